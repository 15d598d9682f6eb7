import { Injectable } from '@nestjs/common';

/** The one source of "now", in UTC. Tests replace it with a clock that they move. */
export abstract class Clock {
  abstract now(): Date;

  /** Milliseconds since some moment that never changes. Unlike the wall clock it is never set, and never goes back. */
  abstract monotonicMs(): number;
}

@Injectable()
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }

  override monotonicMs(): number {
    return performance.now();
  }
}

export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
