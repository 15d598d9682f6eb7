import { Injectable } from '@nestjs/common';
import { Clock, secondMs } from '../platform';

/** How long an instance may answer from its caches, counted from the start of a heartbeat. */
export const leaseMs = 5 * secondMs;
// After a longer pause the instance may have missed more than the second in which a revocation reaches every instance.
const maxPauseMs = secondMs;

/** A point in time on both clocks. The monotonic one may stop while a machine sleeps; the wall clock may be set. */
interface Moment {
  readonly monotonicMs: number;
  readonly wallMs: number;
}

/** When a heartbeat started, and how often the lease had been lost by then. */
export interface HeartbeatStart {
  readonly at: Moment;
  readonly losses: number;
}

/**
 * Whether this instance may answer from its caches. A completed heartbeat renews the lease, counted from before its first
 * byte was sent. The lease ends after five seconds without renewal, and at once when the process was paused.
 */
@Injectable()
export class CacheLease {
  private since: Moment | null = null;
  private losses = 0;
  private lastSign: Moment;
  private isPermanent = false;

  constructor(private readonly clock: Clock) {
    this.lastSign = this.moment();
  }

  /** For an instance that has the database to itself: nobody else changes what it caches. */
  holdPermanently(): void {
    this.isPermanent = true;
  }

  isHeld(): boolean {
    if (this.isPermanent) return true;
    const now = this.moment();
    this.noticePause(now);
    return this.since !== null && elapsedMs(this.since, now) < leaseMs;
  }

  /** Records that the process is running. Call it more often than `maxPauseMs`. */
  signOfLife(): void {
    this.noticePause(this.moment());
  }

  /** Records the start of a heartbeat. */
  begin(): HeartbeatStart {
    const at = this.moment();
    this.noticePause(at);
    return { at, losses: this.losses };
  }

  /** Renews the lease after a completed heartbeat, unless the lease was lost since that heartbeat started. */
  renew({ at, losses }: HeartbeatStart): void {
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
    if (elapsedMs(this.lastSign, now) > maxPauseMs) this.lose();
    this.lastSign = now;
  }
}

/** By whichever of the two clocks moved further. */
function elapsedMs(from: Moment, to: Moment): number {
  return Math.max(to.monotonicMs - from.monotonicMs, to.wallMs - from.wallMs);
}
