import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Background, Clock, dayMs, minuteMs } from '../platform';
import { Reader, UnitOfWork } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { KeyUsageHourEntity } from './key-usage-hour.entity';

const everyMs = minuteMs;
const keptMs = 400 * dayMs;
const batchSize = 500;
/** Enough to keep up with half a million keys; and a stop need not wait long for a turn to end. */
const batchesPerTurn = 20;

/** Deletes counts that are older than four hundred days: last year’s month can be laid beside this one’s. */
@Injectable()
export class UsageRetention {
  constructor(
    private readonly reader: Reader,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    background: Background,
  ) {
    background.every(everyMs, () => this.turn(), 'old counts of usage could not be deleted');
  }

  /** Deletes the oldest, at most so many batches of so many rows. Each is a unit of its own, so that others write in between. */
  async turn(size = batchSize, batches = batchesPerTurn): Promise<void> {
    const before = this.clock.now().getTime() - keptMs;
    for (let batch = 0; batch < batches && (await this.isAny(before)); batch += 1)
      await this.units.run((tx) => managerOf(tx).query(deleteOldest[tx.dialect], [before, size]));
  }

  private isAny(before: number): Promise<boolean> {
    return managerOf(this.reader).existsBy(KeyUsageHourEntity, { hour: LessThan(before) });
  }
}

/** SQLite is built without LIMIT for deleting, and MySQL has no rowid. */
const deleteOldest = {
  sqlite: `DELETE FROM key_usage_hours
    WHERE rowid IN (SELECT rowid FROM key_usage_hours WHERE hour < ? ORDER BY hour LIMIT ?)`,
  mysql: 'DELETE FROM key_usage_hours WHERE hour < ? ORDER BY hour LIMIT ?',
} as const;
