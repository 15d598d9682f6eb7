import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Background, secondMs } from '../../platform';
import { Reader, UnitOfWork } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { KeySecretEntity } from '../key-secret.entity';
import { Keyring } from '../keyring';

const everyMs = 10 * secondMs;
const batchSize = 200;

/**
 * Moves the data keys of sealed secrets to the key-encryption key in use, a batch at a time while the server runs. The
 * rows themselves record the progress, so it continues after an interruption, on any number of instances.
 */
@Injectable()
export class Rewrap {
  constructor(
    private readonly keyring: Keyring,
    private readonly reader: Reader,
    private readonly units: UnitOfWork,
    background: Background,
  ) {
    background.every(everyMs, () => this.batch(), 'data keys could not be re-wrapped');
  }

  /** @returns how many secrets were moved; 0 when all are. */
  async batch(size = batchSize): Promise<number> {
    const where = { wrappedKey: Not(IsNull()), kekVersion: Not(this.keyring.currentKek()) };
    const rows = await managerOf(this.reader).find(KeySecretEntity, { where, take: size });
    for (const row of rows) await this.move(row);
    return rows.length;
  }

  private async move(row: KeySecretEntity): Promise<void> {
    const { id, companyId, keyId, ciphertext, wrappedKey, kekVersion } = row;
    if (ciphertext === null || wrappedKey === null || kekVersion === null) return;
    const sealed = { ciphertext, wrappedKey, kekVersion };
    const moved = this.keyring.rewrap(sealed, { companyId, keyId, secretId: id });
    // Only if it is unchanged: a key that was revoked in the meantime must not get its data key back.
    const unchanged = { id, kekVersion, wrappedKey: Not(IsNull()) };
    await this.units.run((tx) => managerOf(tx).update(KeySecretEntity, unchanged, moved));
  }
}
