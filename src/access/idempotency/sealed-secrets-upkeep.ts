import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Background, Clock, minuteMs } from '../../platform';
import { UnitOfWork } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { IdempotencyKeyEntity } from './idempotency-key.entity';

const everyMs = minuteMs;

/** Deletes the sealed secrets of answers once their time is over. */
@Injectable()
export class SealedSecretsUpkeep {
  constructor(
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    background: Background,
  ) {
    background.every(everyMs, () => this.sweep(), 'sealed secrets of answers could not be deleted');
  }

  /** Deletes those that may no longer be opened. */
  async sweep(): Promise<void> {
    const isOver = { sealedUntil: LessThanOrEqual(this.clock.now()) };
    await this.units.run((tx) =>
      managerOf(tx).update(IdempotencyKeyEntity, isOver, { sealed: null, sealedUntil: null }),
    );
  }
}
