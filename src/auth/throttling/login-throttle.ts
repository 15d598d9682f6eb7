import { Injectable } from '@nestjs/common';
import { minuteMs } from '../../platform';
import { type Tx, UnitOfWork } from '../../platform/database';
import { tooManyAttempts } from '../auth.problems';
import { addressBlock } from './address-block';
import { type Counted, retryAfter, subjectOf, ThrottleCounts } from './throttle-counts';

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
    private readonly counts: ThrottleCounts,
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
      for (const subject of subjects)
        await this.counts.reserve(subject, (seconds) => tooManyAttempts(retryAfter(seconds)), tx);
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
    await this.counts.reset(usernameSubject(username), tx);
  }

  private async refundIfThrown<T>(subjects: readonly Counted[], check: () => Promise<T>): Promise<T> {
    try {
      return await check();
    } catch (error) {
      await this.refund(subjects);
      throw error;
    }
  }

  private async refund(subjects: readonly Counted[]): Promise<void> {
    await this.units.run(async (tx) => {
      for (const subject of subjects) await this.counts.refund(subject, tx);
    });
  }
}

function subjectsOf({ username, address }: AttemptSource): Counted[] {
  const subject = subjectOf(`address:${addressBlock(address ?? '')}`);
  const from = { subject, limit: maxPerAddress, windowMs };
  return username === null ? [from] : [from, usernameSubject(username)];
}

function usernameSubject(username: string): Counted {
  return { subject: subjectOf(`username:${username}`), limit: maxPerUsername, windowMs };
}
