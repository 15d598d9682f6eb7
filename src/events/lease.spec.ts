import { Clock } from '../platform';
import { Lease } from './lease';

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
  run(lease: Lease, ms: number): void {
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

function aLease(): { lease: Lease; clock: TwoHands } {
  const clock = new TwoHands();
  return { clock, lease: new Lease(clock) };
}

describe('a lease', () => {
  it('is not held before the first round', () => {
    expect(aLease().lease.isHeld()).toBe(false);
  });

  it('lasts five seconds from the beginning of a completed round, however long the round took', () => {
    const { lease, clock } = aLease();
    const began = lease.begin();
    clock.run(lease, 2_000);
    lease.renew(began);
    clock.run(lease, 2_999);
    expect(lease.isHeld()).toBe(true);
    clock.run(lease, 1);
    expect(lease.isHeld()).toBe(false);
  });

  it('is not renewed by a round that took longer than it lasts', () => {
    const { lease, clock } = aLease();
    const began = lease.begin();
    clock.run(lease, 5_000);
    lease.renew(began);
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

  it('is not renewed by a round that began before it was lost: it may have read the log before', () => {
    const { lease, clock } = aLease();
    const began = lease.begin();
    clock.standStill({ steadyMs: 2_000, wallMs: 2_000 });
    lease.renew(began);
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

  it('is for good where there are no others', () => {
    const { lease, clock } = aLease();
    lease.keepForGood();
    clock.standStill({ steadyMs: 1e9, wallMs: 1e9 });
    expect(lease.isHeld()).toBe(true);
  });
});
