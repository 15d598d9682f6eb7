import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Logger } from 'pino';
import { Clock, secondMs } from '../platform';
import { LOGGER } from '../platform/logging';
import { Charge, type Duty } from './charge';
import { dutyLeaseMs, DutyLeases } from './duty-leases';

const claimEveryMs = 2 * secondMs;

/**
 * Gives each duty to one of the instances that share the database, by a lease; to this process where there is no other. An
 * instance that was stopped in the middle of a step may finish it after another took over, so a duty either does no harm
 * twice or moves a row in the same unit of work, as `LogFollowers` does.
 */
@Injectable()
export class Duties implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly charges: Charge[] = [];
  /** When each lease was claimed that is held, by the monotonic clock. */
  private readonly claimedAtMs = new Map<Charge, number>();
  private timer: NodeJS.Timeout | null = null;
  private claiming: Promise<void> | null = null;

  constructor(
    private readonly leases: DutyLeases,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** To be said in a constructor; the work begins once the application has started. */
  assign(duty: Duty): void {
    this.charges.push(new Charge(duty, this.log));
  }

  onApplicationBootstrap(): void {
    if (!this.leases.canBeMany) {
      for (const charge of this.charges) charge.begin();
      return;
    }
    this.timer = setInterval(() => this.claim(), claimEveryMs).unref();
    this.claim();
  }

  /** At this point all requests have been answered. */
  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.claiming;
    await Promise.all(this.charges.map((charge) => charge.end()));
    for (const charge of this.claimedAtMs.keys()) await this.release(charge);
  }

  private claim(): void {
    this.claiming ??= this.claimAll().finally(() => (this.claiming = null));
  }

  private async claimAll(): Promise<void> {
    for (const charge of this.charges) await this.claimOne(charge);
  }

  private async claimOne(charge: Charge): Promise<void> {
    const beganMs = this.clock.monotonicMs();
    try {
      if (await this.leases.claim(charge.duty.name)) {
        this.claimedAtMs.set(charge, beganMs);
        charge.begin();
        return;
      }
    } catch (err) {
      // A lease that was claimed holds while the database is away, and no longer.
      const heldSinceMs = this.claimedAtMs.get(charge);
      if (heldSinceMs === undefined || beganMs - heldSinceMs < dutyLeaseMs) return;
      this.log.warn({ err, duty: charge.duty.name }, 'the lease of a duty could not be renewed');
    }
    this.giveUp(charge);
  }

  /** Not awaited: the work may take a while to end, and other leases must not run out over it. */
  private giveUp(charge: Charge): void {
    this.claimedAtMs.delete(charge);
    void charge.end();
  }

  private async release({ duty }: Charge): Promise<void> {
    try {
      await this.leases.release(duty.name);
    } catch (err) {
      this.log.warn(
        { err, duty: duty.name },
        'a duty could not be handed over; another instance waits for its lease',
      );
    }
  }
}
