import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import { Clock, secondMs } from '../../platform';
import { type Tx } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { type Problem, type ProblemDetails } from '../../platform/http';
import { ThrottleCountEntity } from './throttle-count.entity';

/** What is counted, such as the attempts at one username. */
export interface Counted {
  readonly subject: Buffer;
  readonly limit: number;
  /** From the first one on; when it ends, the count starts from zero. */
  readonly windowMs: number;
}

/** @param name is hashed, so that the table reveals neither usernames nor addresses. */
export function subjectOf(name: string): Buffer {
  return createHash('sha256').update(name).digest();
}

/** For a problem that says when to come again. */
export function retryAfter(seconds: number): ProblemDetails {
  return { headers: { 'retry-after': String(seconds) } };
}

/** Counts in the database what may be done so often in a while, inside a unit of work, so that all instances count together. */
@Injectable()
export class ThrottleCounts {
  constructor(private readonly clock: Clock) {}

  /**
   * Counts one.
   * @param refused makes the problem that is thrown when none is left, of the seconds until there is.
   */
  async reserve(one: Counted, refused: (waitSeconds: number) => Problem, tx: Tx): Promise<void> {
    if (await this.count(one, tx)) return;
    const rows = managerOf(tx).getRepository(ThrottleCountEntity);
    const now = this.clock.now();
    const { subject, windowMs } = one;
    const open = await rows.findOneBy({ subject, endsAt: MoreThan(now) });
    if (open === null) {
      await rows.delete({ endsAt: LessThanOrEqual(now) });
      const endsAt = new Date(now.getTime() + windowMs);
      await rows.createQueryBuilder().insert().values({ subject, used: 0, endsAt }).orIgnore().execute();
    }
    // Try once more even if a window was open: it may have been opened since the first try.
    if (await this.count(one, tx)) return;
    const waitMs = open === null ? windowMs : open.endsAt.getTime() - now.getTime();
    throw refused(Math.ceil(waitMs / secondMs));
  }

  async refund({ subject }: Counted, tx: Tx): Promise<void> {
    await managerOf(tx).decrement(ThrottleCountEntity, { subject, used: MoreThan(0) }, 'used', 1);
  }

  async reset({ subject }: Counted, tx: Tx): Promise<void> {
    await managerOf(tx).delete(ThrottleCountEntity, { subject });
  }

  /** This UPDATE comes first: on MySQL, a transaction that read before it would wait for others that read as well. */
  private async count({ subject, limit }: Counted, tx: Tx): Promise<boolean> {
    const left = { subject, used: LessThan(limit), endsAt: MoreThan(this.clock.now()) };
    return (await managerOf(tx).increment(ThrottleCountEntity, left, 'used', 1)).affected === 1;
  }
}
