import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import { Clock } from '../platform';
import { type Tx, UnitOfWork } from '../platform/database';
import { startAfter, toPage } from '../platform/http';
import { InjectScoped, noUser, type Principal, ScopedRepository } from '../tenancy';
import { NotificationEntity } from './notification.entity';
import {
  type NotificationPage,
  type NotificationQuery,
  type NotificationView,
  type ReadNotifications,
  type UnreadCount,
} from './notifications.schema';

const maxCounted = 100;

/** What a person was told of in the company that they act for; nothing where they act for none. */
@Injectable()
export class InboxService {
  constructor(
    @InjectScoped(NotificationEntity) private readonly inboxes: ScopedRepository<NotificationEntity>,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(principal: Principal, query: NotificationQuery): Promise<NotificationPage> {
    if (principal.company === null) return nothing;
    const userId = userOf(principal);
    const rows = this.inboxes
      .of(principal)
      .query('notice')
      .and('notice.userId = :userId', { userId })
      .orderBy('notice.id', 'DESC')
      .limit(query.limit + 1);
    if (query.unread !== undefined) rows.and('notice.readAt IS NULL');
    const after = startAfter(query);
    if (after !== null) rows.and('notice.id < :after', { after });
    const page = toPage(await rows.all(), query.limit, ({ id }) => id, toView);
    return { data: [...page.data], pagination: page.pagination, unread: await this.countOf(principal) };
  }

  async count(principal: Principal): Promise<UnreadCount> {
    return { unread: await this.countOf(principal) };
  }

  /** Marks them read. Those of others, and those that were read before, stay as they are. */
  async markRead(principal: Principal, which: ReadNotifications): Promise<UnreadCount> {
    if (principal.company === null) return { unread: 0 };
    const userId = userOf(principal);
    const id = 'ids' in which ? In(which.ids) : LessThanOrEqual(which.upTo);
    return this.units.run(async (tx) => {
      const rows = this.inboxes.of(principal, tx);
      // An id of somebody else says nothing about one's own, though it has a place among them.
      const isOwn = 'ids' in which || (await rows.findOne({ id: which.upTo, userId })) !== null;
      if (isOwn) await rows.update({ userId, id, readAt: IsNull() }, { readAt: this.clock.now() });
      return { unread: await this.countOf(principal, tx) };
    });
  }

  /** By an index, and no further than is shown. */
  private async countOf(principal: Principal, tx?: Tx): Promise<number> {
    if (principal.company === null) return 0;
    const rows = await this.inboxes
      .of(principal, tx)
      .find({ where: { userId: userOf(principal), readAt: IsNull() }, take: maxCounted });
    return rows.length;
  }
}

const nothing: NotificationPage = { data: [], pagination: { cursor: null, hasMore: false }, unread: 0 };

function userOf({ user }: Principal): string {
  if (user === null) throw noUser();
  return user.id;
}

function toView({ id, at, type, targetId, facts, readAt }: NotificationEntity): NotificationView {
  return {
    id,
    at: at.toISOString(),
    type,
    targetId,
    // A cast: `InboxWriter` writes objects only.
    facts: JSON.parse(facts) as Record<string, unknown>,
    readAt: readAt?.toISOString() ?? null,
  };
}
