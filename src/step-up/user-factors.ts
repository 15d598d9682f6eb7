import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, Not } from 'typeorm';
import { Clock } from '../platform';
import { Reader, type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { type SealedTotp } from './totp-seal';
import { type SetUpFactor, type Standing, UserFactorEntity } from './user-factor.entity';

/**
 * The rows of factors that users set up. They belong to the person, whatever company they act for, so this is one of the
 * doors past tenancy.
 */
@Injectable()
export class UserFactors {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  find(userId: string, factor: SetUpFactor, standing: Standing, tx?: Tx): Promise<UserFactorEntity | null> {
    return managerOf(tx ?? this.reader).findOneBy(UserFactorEntity, { userId, factor, standing });
  }

  /** Sets the PIN, replacing an earlier one. */
  putPin(userId: string, hash: string, tx: Tx): Promise<void> {
    const kept = { ...nothing, hash, confirmedAt: this.clock.now() };
    return this.put({ userId, factor: 'pin', standing: 'active' }, kept, tx);
  }

  /** Stores a secret beside the one in use, replacing an earlier one that was not confirmed. */
  putPendingTotp(userId: string, sealed: SealedTotp, tx: Tx): Promise<void> {
    return this.put({ userId, factor: 'totp', standing: 'pending' }, { ...nothing, ...sealed }, tx);
  }

  /**
   * Activates the pending secret, replacing an earlier one. Of two parallel calls, one finds nothing to confirm.
   * @returns false when there is no such secret; then nothing has changed.
   */
  async confirmTotp(userId: string, secretId: string, step: number, tx: Tx): Promise<boolean> {
    const rows = managerOf(tx).getRepository(UserFactorEntity);
    const pending = { userId, factor: 'totp', standing: 'pending', secretId } as const;
    const claimed = await rows.update(
      { ...pending, lastStep: IsNull() },
      { lastStep: step, confirmedAt: this.clock.now() },
    );
    if (claimed.affected !== 1) return false;
    await rows.delete({ userId, factor: 'totp', standing: 'active' });
    await rows.update(pending, { standing: 'active' });
    return true;
  }

  /** Spends the code of one time step: one conditional UPDATE, so that of twenty requests with one code one passes. */
  async spendStep(userId: string, secretId: string, step: number, tx: Tx): Promise<boolean> {
    const spent = await managerOf(tx).update(
      UserFactorEntity,
      { userId, factor: 'totp', standing: 'active', secretId, lastStep: LessThan(step) },
      { lastStep: step },
    );
    return spent.affected === 1;
  }

  /** Deletes a secret that was not confirmed. */
  async dropPendingTotp(userId: string, tx: Tx): Promise<void> {
    await managerOf(tx).delete(UserFactorEntity, { userId, factor: 'totp', standing: 'pending' });
  }

  /** Removes the factor, a pending secret included. @returns whether there was anything. */
  async remove(userId: string, factor: SetUpFactor, tx: Tx): Promise<boolean> {
    const removed = await managerOf(tx).delete(UserFactorEntity, { userId, factor });
    return (removed.affected ?? 0) > 0;
  }

  /** Some of the sealed secrets, active or pending, whose data key is not under this key-encryption key. */
  sealedOtherwise(kekVersion: string, count: number): Promise<UserFactorEntity[]> {
    const where = { factor: 'totp' as const, wrappedKey: Not(IsNull()), kekVersion: Not(kekVersion) };
    return managerOf(this.reader).find(UserFactorEntity, { where, take: count });
  }

  /** Puts the data key under another key-encryption key, if the secret is still there and as it was read. */
  async moveTotp(
    userId: string,
    sealed: SealedTotp,
    moved: Pick<SealedTotp, 'wrappedKey' | 'kekVersion'>,
    tx: Tx,
  ): Promise<void> {
    // By the secret and not by its standing: it may have been confirmed in the meantime.
    const unchanged = {
      userId,
      factor: 'totp' as const,
      secretId: sealed.secretId,
      kekVersion: sealed.kekVersion,
    };
    await managerOf(tx).update(UserFactorEntity, unchanged, moved);
  }

  private async put(place: Place, kept: Kept, tx: Tx): Promise<void> {
    await managerOf(tx)
      .createQueryBuilder()
      .insert()
      .into(UserFactorEntity)
      .values({ ...place, ...kept })
      .orUpdate(keptColumns, ['user_id', 'factor', 'standing'])
      .execute();
  }
}

/** The sealed secret of this row, or null where there is none. */
export function sealedTotpOf(row: UserFactorEntity | null): SealedTotp | null {
  if (row === null) return null;
  const { secretId, ciphertext, wrappedKey, kekVersion } = row;
  if (secretId === null || ciphertext === null || wrappedKey === null || kekVersion === null) return null;
  return { secretId, ciphertext, wrappedKey, kekVersion };
}

type Place = Pick<UserFactorEntity, 'userId' | 'factor' | 'standing'>;
type Kept = Omit<UserFactorEntity, keyof Place>;

const nothing: Kept = {
  hash: null,
  secretId: null,
  ciphertext: null,
  wrappedKey: null,
  kekVersion: null,
  lastStep: null,
  confirmedAt: null,
};

const keptColumns = [
  'hash',
  'secret_id',
  'ciphertext',
  'wrapped_key',
  'kek_version',
  'last_step',
  'confirmed_at',
];
