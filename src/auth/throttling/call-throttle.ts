import { Injectable } from '@nestjs/common';
import { minuteMs } from '../../platform';
import { UnitOfWork } from '../../platform/database';
import { tooManyCalls } from '../auth.problems';
import { addressBlock } from './address-block';
import { subjectOf, ThrottleCounts } from './throttle-counts';

/** Limits how often one address calls what needs no credentials, on all instances together. */
@Injectable()
export class CallThrottle {
  constructor(
    private readonly units: UnitOfWork,
    private readonly counts: ThrottleCounts,
  ) {}

  /**
   * Counts a call, whatever its outcome.
   * @param call what is called; each has a count of its own.
   * @throws 429 `too-many-calls` for more calls than these within a minute.
   */
  async count(call: string, address: string | null, callsPerMinute: number): Promise<void> {
    const subject = subjectOf(`call:${call}:${addressBlock(address ?? '')}`);
    const counted = { subject, limit: callsPerMinute, windowMs: minuteMs };
    await this.units.run((tx) => this.counts.reserve(counted, tooManyCalls, tx));
  }
}
