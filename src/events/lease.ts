import { Injectable } from '@nestjs/common';
import { Clock, secondMs } from '../platform';

/** How long an instance may answer from what it remembers, from the beginning of a round. */
export const leaseMs = 5 * secondMs;
// Who stood still for longer may have missed more than the second in which a revocation reaches every instance.
const longestPauseMs = secondMs;

/** A point in time on both clocks. The monotonic one may stop while a machine sleeps; the wall clock may be set. */
interface Moment {
  readonly monotonicMs: number;
  readonly wallMs: number;
}

/** When a round began, and what had been lost by then. */
export interface Beginning {
  readonly at: Moment;
  readonly losses: number;
}

/**
 * Whether this instance may answer from what it remembers. A completed round renews the lease, counted from before the
 * round's first byte; it ends by itself after five seconds, and at once when the process turns out to have stood still.
 */
@Injectable()
export class Lease {
  private since: Moment | null = null;
  private losses = 0;
  private lastSign: Moment;
  private forGood = false;

  constructor(private readonly clock: Clock) {
    this.lastSign = this.moment();
  }

  /** For an instance that has the database to itself: what it remembers, nobody else changes. */
  keepForGood(): void {
    this.forGood = true;
  }

  isHeld(): boolean {
    if (this.forGood) return true;
    const now = this.moment();
    this.noticePause(now);
    return this.since !== null && elapsedMs(this.since, now) < leaseMs;
  }

  /** Says that the process is running. To be called more often than the longest pause lasts. */
  signOfLife(): void {
    this.noticePause(this.moment());
  }

  /** Notes the beginning of a round. */
  begin(): Beginning {
    const at = this.moment();
    this.noticePause(at);
    return { at, losses: this.losses };
  }

  /** Renews the lease for a completed round; one that began before the lease was lost renews nothing. */
  renew({ at, losses }: Beginning): void {
    this.noticePause(this.moment());
    if (losses === this.losses) this.since = at;
  }

  lose(): void {
    this.since = null;
    this.losses += 1;
  }

  private moment(): Moment {
    return { monotonicMs: this.clock.monotonicMs(), wallMs: this.clock.now().getTime() };
  }

  private noticePause(now: Moment): void {
    if (elapsedMs(this.lastSign, now) > longestPauseMs) this.lose();
    this.lastSign = now;
  }
}

/** By whichever of the two clocks moved further. */
function elapsedMs(from: Moment, to: Moment): number {
  return Math.max(to.monotonicMs - from.monotonicMs, to.wallMs - from.wallMs);
}
