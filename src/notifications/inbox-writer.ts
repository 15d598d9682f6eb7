import { Injectable } from '@nestjs/common';
import { type EventEntity } from '../audit';
import { type LogFollower, LogFollowers } from '../cluster';
import { Ids } from '../platform';
import { type Tx } from '../platform/database';
import { InjectScoped, nobodyIn, type Principal, ScopedRepository } from '../tenancy';
import { Memberships } from '../users';
import { Audiences } from './audiences';
import { noticeFacts } from './notice-facts';
import { type EventType, type Notice, notices } from './notices';
import { NotificationEntity } from './notification.entity';

/** Writes what people are told of into their inboxes, once for each event. */
@Injectable()
export class InboxWriter implements LogFollower {
  readonly name = 'inbox';

  constructor(
    private readonly audiences: Audiences,
    private readonly memberships: Memberships,
    @InjectScoped(NotificationEntity) private readonly inboxes: ScopedRepository<NotificationEntity>,
    private readonly ids: Ids,
    followers: LogFollowers,
  ) {
    followers.follow(this);
  }

  async take(tx: Tx, events: readonly EventEntity[]): Promise<void> {
    for (const event of events) {
      const notice = noticeOf(event);
      if (notice === null) continue;
      for (const companyId of await this.companiesOf(event, notice, tx))
        await this.write(nobodyIn(companyId), event, notice, tx);
    }
  }

  /** What happened to a person in no company in particular, they find in each of theirs. */
  private async companiesOf({ companyId, targetId }: EventEntity, { to }: Notice, tx: Tx): Promise<string[]> {
    if (companyId !== null) return [companyId];
    return to === 'person' ? (await this.memberships.of(targetId, tx)).map(({ id }) => id) : [];
  }

  private async write(principal: Principal, event: EventEntity, notice: Notice, tx: Tx): Promise<void> {
    const audience = await this.audiences.of(principal, notice.to, event, tx);
    const told = audience.filter((id) => notice.evenOwnActs === true || id !== event.actorId);
    const { seq, at, type, targetId } = event;
    const common = {
      seq,
      at,
      type,
      targetId,
      facts: JSON.stringify(noticeFacts(event, notice)),
      readAt: null,
    };
    const rows = told.map((userId) => ({ id: this.ids.next(), userId, ...common }));
    await this.inboxes.of(principal, tx).insertAll(rows);
  }
}

function noticeOf({ type, actorKind }: EventEntity): Notice | null {
  // A cast: types that are not in the table have no notice.
  const notice = notices[type as EventType];
  if (notice === undefined || (notice.actsOnly === true && actorKind === 'system')) return null;
  return notice;
}
