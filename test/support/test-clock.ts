import { Clock } from '../../src/platform';

/** A clock that stands still until a test moves it. */
export class TestClock extends Clock {
  private time = Date.parse('2026-06-15T09:00:00.000Z');

  override now(): Date {
    return new Date(this.time);
  }

  override monotonicMs(): number {
    return this.time;
  }

  advance(ms: number): void {
    this.time += ms;
  }
}
