import { Clock } from '../platform';
import { CacheLease } from './cache-lease';

/** A clock with two hands that a test moves apart. */
class TwoHands extends Clock {
  wallMs = Date.parse('2026-06-15T09:00:00.000Z');
  private steadyMs = 0;

  override now(): Date {
    return new Date(this.wallMs);
  }

  override monotonicMs(): number {
    return this.steadyMs;
  }

  /** Time goes by, and the process shows it is running. */
  run(lease: CacheLease, ms: number): void {
    for (let passed = 0; passed < ms; passed += 200) {
      this.steadyMs += Math.min(200, ms - passed);
      this.wallMs += Math.min(200, ms - passed);
      lease.signOfLife();
    }
  }

  standStill({ steadyMs, wallMs }: { steadyMs: number; wallMs: number }): void {
    this.steadyMs += steadyMs;
    this.wallMs += wallMs;
  }
}

function aLease(): { lease: CacheLease; clock: TwoHands } {
  const clock = new TwoHands();
  return { clock, lease: new CacheLease(clock) };
}

describe('the lease of the caches', () => {
  it('is not held before the first heartbeat', () => {
    expect(aLease().lease.isHeld()).toBe(false);
  });

  it('lasts five seconds from the start of a completed heartbeat, however long it took', () => {
    const { lease, clock } = aLease();
    const start = lease.begin();
    clock.run(lease, 2_000);
    lease.renew(start);
    clock.run(lease, 2_999);
    expect(lease.isHeld()).toBe(true);
    clock.run(lease, 1);
    expect(lease.isHeld()).toBe(false);
  });

  it('is not renewed by a heartbeat that took longer than it lasts', () => {
    const { lease, clock } = aLease();
    const start = lease.begin();
    clock.run(lease, 5_000);
    lease.renew(start);
    expect(lease.isHeld()).toBe(false);
  });

  it.each([
    ['both clocks went on', { steadyMs: 1_001, wallMs: 1_001 }],
    ['the monotonic clock stood, as while a machine sleeps', { steadyMs: 0, wallMs: 1_001 }],
    ['the wall clock was set back', { steadyMs: 1_001, wallMs: -60_000 }],
  ])('ends when the process stood still for more than a second and %s', (_how, pause) => {
    const { lease, clock } = aLease();
    lease.renew(lease.begin());
    clock.standStill(pause);
    expect(lease.isHeld()).toBe(false);
  });

  it('ends also when the process shows a sign of life first after it stood still', () => {
    const { lease, clock } = aLease();
    lease.renew(lease.begin());
    clock.standStill({ steadyMs: 3_000, wallMs: 3_000 });
    lease.signOfLife();
    expect(lease.isHeld()).toBe(false);
  });

  it('survives a pause of a second', () => {
    const { lease, clock } = aLease();
    lease.renew(lease.begin());
    clock.standStill({ steadyMs: 1_000, wallMs: 1_000 });
    expect(lease.isHeld()).toBe(true);
  });

  it('is not renewed by a heartbeat that started before it was lost: it may have read the log before that', () => {
    const { lease, clock } = aLease();
    const start = lease.begin();
    clock.standStill({ steadyMs: 2_000, wallMs: 2_000 });
    lease.renew(start);
    expect(lease.isHeld()).toBe(false);
    lease.renew(lease.begin());
    expect(lease.isHeld()).toBe(true);
  });

  it('ends when the wall clock jumps ahead', () => {
    const { lease, clock } = aLease();
    lease.renew(lease.begin());
    clock.wallMs += 10_000;
    expect(lease.isHeld()).toBe(false);
  });

  it('is permanent where there are no other instances', () => {
    const { lease, clock } = aLease();
    lease.holdPermanently();
    clock.standStill({ steadyMs: 1e9, wallMs: 1e9 });
    expect(lease.isHeld()).toBe(true);
  });
});
