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
import { type PasswordResetView } from './redemption.schema';

const lifetimeMs = hourMs;

export type ResetOrigin = Pick<PasswordResetEntity, 'userId' | 'companyId' | 'issuedBy'>;

export interface FoundReset extends ResetOrigin {
  readonly tokenHash: Buffer;
  readonly user: UserEntity;
  /** Neither used nor over. */
  readonly live: boolean;
}

/** The resets themselves. Who redeems one is not signed in, so this is one of the doors past tenancy. */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly reader: Reader,
    private readonly users: UserDirectory,
    private readonly memberships: Memberships,
    private readonly clock: Clock,
  ) {}

  /** An earlier one of the same person is good no more. */
  async issue(origin: ResetOrigin, tx: Tx): Promise<PasswordResetView> {
    const { token, tokenHash } = newToken();
    const expiresAt = new Date(this.clock.now().getTime() + lifetimeMs);
    const rows = managerOf(tx).getRepository(PasswordResetEntity);
    await this.users.lock(origin.userId, tx);
    await rows.delete({ userId: origin.userId });
    await rows.insert({ ...origin, tokenHash, expiresAt, usedAt: null });
    return { token, expiresAt: expiresAt.toISOString() };
  }

  /** @returns null for a token that is not known. */
  async find(token: string): Promise<FoundReset | null> {
    const row = await managerOf(this.reader).findOneBy(PasswordResetEntity, {
      tokenHash: hashOfToken(token),
    });
    const user = row && (await this.users.byId(row.userId));
    if (row === null || user === null) return null;
    const { userId, companyId, issuedBy, tokenHash } = row;
    const live = row.usedAt === null && row.expiresAt > this.clock.now();
    return { userId, companyId, issuedBy, tokenHash, user, live };
  }

  /**
   * Spends the reset with one conditional UPDATE and sets the password.
   * @returns whether it did. When it did not, the unit must be rolled back.
   */
  async spend({ tokenHash, userId, companyId }: FoundReset, passwordHash: string, tx: Tx): Promise<boolean> {
    await this.users.lock(userId, tx);
    // Once more under the lock: they may be joining another company at this moment.
    if (companyId !== null && (await this.memberships.belongElsewhere(userId, companyId, tx))) return false;
    const now = this.clock.now();
    const unspent = { tokenHash, usedAt: IsNull(), expiresAt: after(now) };
    const { affected } = await managerOf(tx).update(PasswordResetEntity, unspent, { usedAt: now });
    if (affected !== 1) return false;
    await this.users.resetPassword(userId, passwordHash, tx);
    return true;
  }

  /** In whose logs it stands: the company's, or all the person's companies' when an operator issued it. */
  async logsOf({ userId, companyId }: ResetOrigin): Promise<(string | null)[]> {
    if (companyId !== null) return [companyId];
    const companies = await this.memberships.of(userId);
    return companies.length === 0 ? [null] : companies.map(({ id }) => id);
  }
}
