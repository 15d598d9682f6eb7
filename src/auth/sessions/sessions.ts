import { Injectable } from '@nestjs/common';
import { LessThan, LessThanOrEqual, Not } from 'typeorm';
import { Clock, Ids, minuteMs } from '../../platform';
import {
  after,
  boundsAfter,
  Reader,
  rowIsGone,
  rowIsThere,
  toTime,
  type Tx,
  UnitOfWork,
  isOutOfRoom,
} from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { hashOfToken, newToken } from '../../users';
import { type PersonRow, type SessionRow, sessionStatement } from './person-statement';
import { SessionEntity } from './session.entity';
import { sessionLifetimeMs } from './session-cookie';

const idleMs = 30 * minuteMs;
// How exactly we know when a session was last used; a write for each request would be too dear.
const seenEveryMs = minuteMs;

export interface Visitor {
  readonly address: string | null;
  readonly userAgent: string | null;
}

export interface FoundSession {
  readonly id: string;
  /** The key it was opened with, or null when that was a password. */
  readonly opener: KeySession | null;
  /** What tells who it is. */
  readonly person: readonly PersonRow[];
}

/** A session that was opened with a key. */
export interface KeySession {
  readonly id: string;
  readonly keyId: string;
  readonly secretId: string;
}

/** Sessions of people. They belong to a person, not to a company, so this is one of the doors past tenancy. */
@Injectable()
export class Sessions {
  constructor(
    private readonly reader: Reader,
    private readonly units: UnitOfWork,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Opens a session, with a password or with a key, and clears away the person's old ones that are over. @returns the token, for the cookie only. */
  async open(
    userId: string,
    companyId: string | null,
    visitor: Visitor,
    tx: Tx,
    opener: { readonly keyId: string; readonly secretId: string } | null = null,
  ): Promise<{ id: string; token: string }> {
    const rows = managerOf(tx).getRepository(SessionEntity);
    const now = this.clock.now();
    await rows.delete({ userId, expiresAt: LessThanOrEqual(now) });
    const id = this.ids.next();
    const { token, tokenHash } = newToken();
    await rows.insert({
      id,
      tokenHash,
      userId,
      companyId,
      keyId: opener?.keyId ?? null,
      secretId: opener?.secretId ?? null,
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + sessionLifetimeMs),
      ...visitor,
    });
    return { id, token };
  }

  /**
   * The live session with this token, and whose it is; or null: not known, ended, idle for half an hour, or twelve hours old.
   */
  async find(token: string): Promise<FoundSession | null> {
    const now = this.clock.now();
    const rows = await managerOf(this.reader).query<SessionRow[]>(sessionStatement, [
      hashOfToken(token),
      ...boundsAfter(now),
      ...boundsAfter(new Date(now.getTime() - idleMs)),
    ]);
    const [row] = rows;
    if (row === undefined) return null;
    if (now.getTime() - toTime(row.seen_at).getTime() >= seenEveryMs) await this.touch(row.session_id, now);
    return { id: row.session_id, opener: openerOf(row), person: rows };
  }

  async moveTo(id: string, companyId: string, tx: Tx): Promise<void> {
    await managerOf(tx).update(SessionEntity, { id }, { companyId });
    tx.provenBy(rowIsThere(SessionEntity, { id, companyId }));
  }

  async end(id: string): Promise<void> {
    await this.units.run(
      (tx) => {
        tx.provenBy(rowIsGone(SessionEntity, { id }));
        return managerOf(tx).delete(SessionEntity, { id });
      },
      { ends: true },
    );
  }

  /** The person's live sessions, newest first. @param before the id of the last one that is known already, or null. */
  ofUser(userId: string, before: string | null, limit: number): Promise<SessionEntity[]> {
    const now = this.clock.now();
    return managerOf(this.reader).find(SessionEntity, {
      where: {
        userId,
        expiresAt: after(now),
        seenAt: after(new Date(now.getTime() - idleMs)),
        ...(before === null ? {} : { id: LessThan(before) }),
      },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  /** @returns false when the person has no such session. */
  async endOwn(userId: string, id: string): Promise<boolean> {
    const ended = await this.units.run(
      (tx) => {
        tx.provenBy(rowIsGone(SessionEntity, { id, userId }));
        return managerOf(tx).delete(SessionEntity, { id, userId });
      },
      { ends: true },
    );
    return ended.affected === 1;
  }

  /** Ends the person's sessions, all but one. */
  async endOthers(userId: string, exceptId: string, tx: Tx): Promise<void> {
    await managerOf(tx).delete(SessionEntity, { userId, id: Not(exceptId) });
  }

  /** Ends every session of a person, whoever opened it. */
  async endAll(userId: string, tx: Tx): Promise<void> {
    await managerOf(tx).delete(SessionEntity, { userId });
  }

  private async touch(id: string, now: Date): Promise<void> {
    try {
      await this.units.run((tx) =>
        managerOf(tx).update(SessionEntity, { id, seenAt: LessThan(now) }, { seenAt: now }),
      );
    } catch (error) {
      // The session is good, and on a full disk somebody may need it to revoke a key.
      if (!isOutOfRoom(error)) throw error;
    }
  }
}

function openerOf({ session_id: id, key_id: keyId, secret_id: secretId }: SessionRow): KeySession | null {
  return keyId === null || secretId === null ? null : { id, keyId, secretId };
}
