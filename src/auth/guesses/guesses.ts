import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import { Clock, minuteMs, secondMs } from '../../platform';
import { type Tx, UnitOfWork } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { tooManyAttempts } from '../auth.problems';
import { addressBlock } from './address-block';
import { GuessCountEntity } from './guess-count.entity';

const windowMs = 15 * minuteMs;
const perUsername = 10;
const perAddress = 30;

/** At whose secret someone guesses, if they say, and from where. */
export interface Guesser {
  /** Canonical where it can be; null when a token is guessed, which names nobody. */
  readonly username: string | null;
  readonly address: string | null;
}

/**
 * Bounds guessing by people who are not signed in. A guess is counted in the database before it is judged, so that two
 * hundred at once are ten, and whether the username is known makes no difference. The first wrong guess opens a window of
 * 15 minutes; at its end the count begins anew.
 */
@Injectable()
export class Guesses {
  constructor(
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets `guess` judge, when a guess is left. A right one clears what was counted against the username; an address only
   * gets its own guess back, or one account of one's own would buy any number of guesses at others.
   * @param guess resolves to null for a wrong guess. What it throws is no guess, and is not counted.
   * @returns what `guess` found. @throws 429 `too-many-attempts` when none is left, the right secret or not.
   */
  async judge<T>(guesser: Guesser, guess: () => Promise<T | null>): Promise<T | null> {
    const subjects = subjectsOf(guesser);
    await this.units.run(async (tx) => {
      for (const subject of subjects) await this.reserve(subject, tx);
    });
    const found = await this.orGiveBack(subjects, guess);
    if (found === null) return null;
    await this.giveBack(subjects);
    const { username } = guesser;
    if (username !== null) await this.units.run((tx) => this.forgive(username, tx));
    return found;
  }

  /** Forgets wrong guesses at a username whose password was proved, or is set by this unit. */
  async forgive(username: string, tx: Tx): Promise<void> {
    const { subject } = usernameSubject(username);
    await managerOf(tx).delete(GuessCountEntity, { subject });
  }

  private async orGiveBack<T>(subjects: readonly Subject[], guess: () => Promise<T>): Promise<T> {
    try {
      return await guess();
    } catch (error) {
      await this.giveBack(subjects);
      throw error;
    }
  }

  private async reserve(one: Subject, tx: Tx): Promise<void> {
    if (await this.count(one, tx)) return;
    const rows = managerOf(tx).getRepository(GuessCountEntity);
    const now = this.clock.now();
    const { subject } = one;
    const open = await rows.findOneBy({ subject, endsAt: MoreThan(now) });
    if (open === null) {
      await rows.delete({ endsAt: LessThanOrEqual(now) });
      const endsAt = new Date(now.getTime() + windowMs);
      await rows.createQueryBuilder().insert().values({ subject, used: 0, endsAt }).orIgnore().execute();
    }
    // Again, also where a window is open: it may have been opened since the first try.
    if (await this.count(one, tx)) return;
    throw refusal(open === null ? windowMs : open.endsAt.getTime() - now.getTime());
  }

  /** First of all this one UPDATE: whoever read before would, on MySQL, wait for others who read as well. */
  private async count({ subject, limit }: Subject, tx: Tx): Promise<boolean> {
    const left = { subject, used: LessThan(limit), endsAt: MoreThan(this.clock.now()) };
    return (await managerOf(tx).increment(GuessCountEntity, left, 'used', 1)).affected === 1;
  }

  private async giveBack(subjects: readonly Subject[]): Promise<void> {
    await this.units.run(async (tx) => {
      for (const { subject } of subjects)
        await managerOf(tx).decrement(GuessCountEntity, { subject, used: MoreThan(0) }, 'used', 1);
    });
  }
}

interface Subject {
  readonly subject: Buffer;
  readonly limit: number;
}

function subjectsOf({ username, address }: Guesser): Subject[] {
  const from = { subject: hashOf(`address:${addressBlock(address ?? '')}`), limit: perAddress };
  return username === null ? [from] : [from, usernameSubject(username)];
}

function usernameSubject(username: string): Subject {
  return { subject: hashOf(`username:${username}`), limit: perUsername };
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function refusal(waitMs: number) {
  return tooManyAttempts({ headers: { 'retry-after': String(Math.ceil(waitMs / secondMs)) } });
}
