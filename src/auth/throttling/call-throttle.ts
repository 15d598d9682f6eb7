import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock, minuteMs, secondMs } from '../../platform';
import { UnitOfWork } from '../../platform/database';
import { type Problem } from '../../platform/http';
import { tooManyCalls } from '../auth.problems';
import { addressBlock } from './address-block';
import { retryAfter, subjectOf, ThrottleCounts } from './throttle-counts';

/** Limits how often one address calls what needs no credentials, on all instances together. */
@Injectable()
export class CallThrottle {
  /** Until when subjects are refused: who goes on calling costs no unit of work, for which everybody else would wait. */
  private readonly refusedUntilMs = new LRUCache<string, number>({ max: 10_000 });

  constructor(
    private readonly units: UnitOfWork,
    private readonly counts: ThrottleCounts,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a call, whatever its outcome.
   * @param call what is called; each has a count of its own.
   * @throws 429 `too-many-calls` for more calls than these within a minute.
   */
  async count(call: string, address: string | null, callsPerMinute: number): Promise<void> {
    const subject = subjectOf(`call:${call}:${addressBlock(address ?? '')}`);
    const name = subject.toString('base64');
    const nowMs = this.clock.now().getTime();
    const leftMs = (this.refusedUntilMs.get(name) ?? 0) - nowMs;
    if (leftMs > 0) throw tooManyCalls(retryAfter(Math.ceil(leftMs / secondMs)));
    const refused = (waitSeconds: number): Problem => {
      this.refusedUntilMs.set(name, nowMs + waitSeconds * secondMs);
      return tooManyCalls(retryAfter(waitSeconds));
    };
    const counted = { subject, limit: callsPerMinute, windowMs: minuteMs };
    await this.units.run((tx) => this.counts.reserve(counted, refused, tx));
  }
}
