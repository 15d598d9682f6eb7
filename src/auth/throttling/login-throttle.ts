import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import { Clock, minuteMs, secondMs } from '../../platform';
import { type Tx, UnitOfWork } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { tooManyAttempts } from '../auth.problems';
import { addressBlock } from './address-block';
import { ThrottleCountEntity } from './throttle-count.entity';

const windowMs = 15 * minuteMs;
const maxPerUsername = 10;
const maxPerAddress = 30;

/** Which account an attempt is made on, if it names one, and from where. */
export interface AttemptSource {
  /** Canonical where possible; null for a token, which names nobody. */
  readonly username: string | null;
  readonly address: string | null;
}

/**
 * Limits how often someone who is not signed in may guess a secret. An attempt is counted in the database before it is
 * checked, so that of two hundred parallel ones only ten are, and it makes no difference whether the username exists. The
 * first failed attempt opens a window of 15 minutes; when it ends, the count starts from zero.
 */
@Injectable()
export class LoginThrottle {
  constructor(
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `check` if an attempt is left. A successful one clears the count of the username; the address only gets this one
   * attempt refunded, or owning one account would allow unlimited attempts on others.
   * @param check resolves to null for a wrong secret. If it throws, the attempt does not count.
   * @returns what `check` returned. @throws 429 `too-many-attempts` when no attempt is left, even for the right secret.
   */
  async attempt<T>(source: AttemptSource, check: () => Promise<T | null>): Promise<T | null> {
    const subjects = subjectsOf(source);
    await this.units.run(async (tx) => {
      for (const subject of subjects) await this.reserve(subject, tx);
    });
    const found = await this.refundIfThrown(subjects, check);
    if (found === null) return null;
    await this.refund(subjects);
    const { username } = source;
    if (username !== null) await this.units.run((tx) => this.reset(username, tx));
    return found;
  }

  /** Clears the count of a username whose password was proved, or is set in this unit. */
  async reset(username: string, tx: Tx): Promise<void> {
    const { subject } = usernameSubject(username);
    await managerOf(tx).delete(ThrottleCountEntity, { subject });
  }

  private async refundIfThrown<T>(subjects: readonly Subject[], check: () => Promise<T>): Promise<T> {
    try {
      return await check();
    } catch (error) {
      await this.refund(subjects);
      throw error;
    }
  }

  private async reserve(one: Subject, tx: Tx): Promise<void> {
    if (await this.count(one, tx)) return;
    const rows = managerOf(tx).getRepository(ThrottleCountEntity);
    const now = this.clock.now();
    const { subject } = one;
    const open = await rows.findOneBy({ subject, endsAt: MoreThan(now) });
    if (open === null) {
      await rows.delete({ endsAt: LessThanOrEqual(now) });
      const endsAt = new Date(now.getTime() + windowMs);
      await rows.createQueryBuilder().insert().values({ subject, used: 0, endsAt }).orIgnore().execute();
    }
    // Try once more even if a window was open: it may have been opened since the first try.
    if (await this.count(one, tx)) return;
    throw refusal(open === null ? windowMs : open.endsAt.getTime() - now.getTime());
  }

  /** This UPDATE comes first: on MySQL, a transaction that read before it would wait for others that read as well. */
  private async count({ subject, limit }: Subject, tx: Tx): Promise<boolean> {
    const left = { subject, used: LessThan(limit), endsAt: MoreThan(this.clock.now()) };
    return (await managerOf(tx).increment(ThrottleCountEntity, left, 'used', 1)).affected === 1;
  }

  private async refund(subjects: readonly Subject[]): Promise<void> {
    await this.units.run(async (tx) => {
      for (const { subject } of subjects)
        await managerOf(tx).decrement(ThrottleCountEntity, { subject, used: MoreThan(0) }, 'used', 1);
    });
  }
}

interface Subject {
  readonly subject: Buffer;
  readonly limit: number;
}

function subjectsOf({ username, address }: AttemptSource): Subject[] {
  const from = { subject: hashOf(`address:${addressBlock(address ?? '')}`), limit: maxPerAddress };
  return username === null ? [from] : [from, usernameSubject(username)];
}

function usernameSubject(username: string): Subject {
  return { subject: hashOf(`username:${username}`), limit: maxPerUsername };
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function refusal(waitMs: number) {
  return tooManyAttempts({ headers: { 'retry-after': String(Math.ceil(waitMs / secondMs)) } });
}
