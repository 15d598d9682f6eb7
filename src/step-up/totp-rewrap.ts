import { Injectable } from '@nestjs/common';
import { Background, secondMs } from '../platform';
import { UnitOfWork } from '../platform/database';
import { TotpSeal } from './totp-seal';
import { type UserFactorEntity } from './user-factor.entity';
import { sealedTotpOf, UserFactors } from './user-factors';

const everyMs = 10 * secondMs;
const batchSize = 200;

/**
 * Moves the data keys of one-time codes to the key-encryption key in use, a batch at a time while the server runs. The
 * rows themselves record the progress, so it continues after an interruption, on any number of instances.
 */
@Injectable()
export class TotpRewrap {
  constructor(
    private readonly seals: TotpSeal,
    private readonly factors: UserFactors,
    private readonly units: UnitOfWork,
    background: Background,
  ) {
    background.every(everyMs, () => this.batch(), 'data keys of one-time codes could not be re-wrapped');
  }

  /** @returns how many secrets were moved; 0 when all are. */
  async batch(size = batchSize): Promise<number> {
    const rows = await this.factors.sealedOtherwise(this.seals.currentKek(), size);
    for (const row of rows) await this.move(row);
    return rows.length;
  }

  private async move(row: UserFactorEntity): Promise<void> {
    const sealed = sealedTotpOf(row);
    if (sealed === null) return;
    const moved = this.seals.rewrap(sealed, row.userId);
    await this.units.run((tx) => this.factors.moveTotp(row.userId, sealed, moved, tx));
  }
}
