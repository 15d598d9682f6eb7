import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, hourMs } from '../../platform';
import { after, Reader, type Tx } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import {
  hashOfToken,
  Memberships,
  newToken,
  PasswordResetEntity,
  UserDirectory,
  type UserEntity,
} from '../../users';
import { type PasswordResetView } from './password-resets.schema';

const lifetimeMs = hourMs;

export type ResetOrigin = Pick<PasswordResetEntity, 'userId' | 'companyId' | 'issuedBy'>;

export interface FoundReset extends ResetOrigin {
  readonly tokenHash: Buffer;
  readonly user: UserEntity;
  readonly expiresAt: Date;
  /** Neither used nor expired. */
  readonly live: boolean;
}

/** The rows of password resets. They are redeemed without signing in, so this is one of the doors past tenancy. */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly reader: Reader,
    private readonly users: UserDirectory,
    private readonly memberships: Memberships,
    private readonly clock: Clock,
  ) {}

  /** Deletes an earlier reset of the same person. */
  async issue(origin: ResetOrigin, tx: Tx): Promise<PasswordResetView> {
    const { token, tokenHash } = newToken();
    const expiresAt = new Date(this.clock.now().getTime() + lifetimeMs);
    const rows = managerOf(tx).getRepository(PasswordResetEntity);
    await this.users.lock(origin.userId, tx);
    await rows.delete({ userId: origin.userId });
    await rows.insert({ ...origin, tokenHash, expiresAt, usedAt: null });
    return { token, expiresAt: expiresAt.toISOString() };
  }

  /** @returns null for an unknown token. */
  async find(token: string): Promise<FoundReset | null> {
    const row = await managerOf(this.reader).findOneBy(PasswordResetEntity, {
      tokenHash: hashOfToken(token),
    });
    const user = row && (await this.users.byId(row.userId));
    if (row === null || user === null) return null;
    const { userId, companyId, issuedBy, tokenHash, expiresAt } = row;
    const live = row.usedAt === null && expiresAt > this.clock.now();
    return { userId, companyId, issuedBy, tokenHash, user, expiresAt, live };
  }

  /**
   * Redeems the reset with one conditional UPDATE and sets the password.
   * @returns whether it did. When it did not, the unit must be rolled back.
   */
  async redeem({ tokenHash, userId, companyId }: FoundReset, passwordHash: string, tx: Tx): Promise<boolean> {
    await this.users.lock(userId, tx);
    // A second check under the lock: the person may be joining another company at this moment.
    if (companyId !== null && (await this.memberships.belongElsewhere(userId, companyId, tx))) return false;
    const now = this.clock.now();
    const unused = { tokenHash, usedAt: IsNull(), expiresAt: after(now) };
    const { affected } = await managerOf(tx).update(PasswordResetEntity, unused, { usedAt: now });
    if (affected !== 1) return false;
    await this.users.resetPassword(userId, passwordHash, tx);
    return true;
  }

  /** The companies whose logs record it: the issuing one, or all companies of the person when an operator issued it. */
  async logsOf({ userId, companyId }: ResetOrigin): Promise<(string | null)[]> {
    if (companyId !== null) return [companyId];
    const companies = await this.memberships.of(userId);
    return companies.length === 0 ? [null] : companies.map(({ id }) => id);
  }
}
