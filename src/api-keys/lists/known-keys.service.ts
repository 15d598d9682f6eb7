import { Injectable } from '@nestjs/common';
import { events } from '../../../libs/events';
import { EventEntity } from '../../audit';
import { Clock, isId } from '../../platform';
import { notFound } from '../../platform/http';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { MembersService, UserDirectory } from '../../users';
import { type KnownKeysView } from '../known-keys.schema';
import { KeyRows } from '../key-rows';
import { KeyViews } from './key-views';
import { KnownSecrets } from './known-secrets';

const departures = [events.memberRemoved.type, events.userReleased.type];

/** Shows the keys whose secret somebody knows, so that whoever sees them off knows what to rotate. */
@Injectable()
export class KnownKeysService {
  constructor(
    @InjectScoped(EventEntity) private readonly events: ScopedRepository<EventEntity>,
    private readonly members: MembersService,
    private readonly users: UserDirectory,
    private readonly known: KnownSecrets,
    private readonly rows: KeyRows,
    private readonly views: KeyViews,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 for someone who neither is nor was a member of the company. */
  async of(principal: Principal, userId: string): Promise<KnownKeysView> {
    const user = await this.person(principal, userId);
    const { keys, more } = await this.known.to(principal, userId);
    const ids = keys.map(({ keyId }) => keyId);
    const rows = await this.rows.allShown(principal, ids, this.clock.now());
    const show = await this.views.presenterFor(principal, rows);
    const views = new Map(rows.map((row) => [row.id, show(row)]));
    const data = keys.flatMap(({ keyId, ways, lastAt }) => {
      const key = views.get(keyId);
      return key === undefined ? [] : [{ key, ways: [...ways], lastAt: lastAt.toISOString() }];
    });
    return { user, data, more };
  }

  private async person(principal: Principal, userId: string): Promise<KnownKeysView['user']> {
    if (!isId(userId)) throw notFound();
    const former = (await this.hasLeft(principal, userId))
      ? (await this.users.named(principal, [userId])).get(userId)
      : undefined;
    if (former !== undefined) return { id: userId, username: former.username, active: former.active };
    const { username, status } = await this.members.get(principal, userId);
    return { id: userId, username, active: status === 'active' };
  }

  /** Once at least: they may have come back since. */
  private async hasLeft(principal: Principal, userId: string): Promise<boolean> {
    const left = this.events
      .of(principal)
      .query('event')
      .and('event.targetId = :userId AND event.type IN (:...departures)', { userId, departures });
    return (await left.count()) > 0;
  }
}
