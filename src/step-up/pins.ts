import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../libs/events';
import { EventLog } from '../audit';
import { type Tx, UnitOfWork } from '../platform/database';
import { type Principal } from '../tenancy';
import { Passwords } from '../users';
import { UserFactors } from './user-factors';

/** The PINs of users. They are hashed as slowly as passwords, behind the same gate. */
@Injectable()
export class Pins {
  constructor(
    private readonly factors: UserFactors,
    private readonly passwords: Passwords,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
  ) {}

  async isSet(userId: string, tx?: Tx): Promise<boolean> {
    return (await this.factors.find(userId, 'pin', 'active', tx)) !== null;
  }

  async matches(userId: string, pin: string): Promise<boolean> {
    const row = await this.factors.find(userId, 'pin', 'active');
    return this.passwords.matches(row?.hash ?? null, pin);
  }

  /** Sets the user's PIN, replacing an earlier one. */
  async set(principal: Principal, userId: string, pin: string): Promise<void> {
    const hash = await this.passwords.hash(pin);
    await this.units.run(async (tx) => {
      await this.give(userId, hash, tx);
      this.events.append(tx, principal, eventOf(events.userPinSet, userId));
    });
  }

  /** As `set`, with a hash made by `Passwords`, and without an event: for accounts that are created with a PIN. */
  give(userId: string, hash: string, tx: Tx): Promise<void> {
    return this.factors.putPin(userId, hash, tx);
  }
}
