import { Injectable } from '@nestjs/common';
import { Background, Clock, dayMs, hourMs } from '../platform';
import { UnitOfWork } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';

const everyMs = hourMs;
const keptMs = 90 * dayMs;
const batchSize = 500;

/** Deletes notices after 90 days. */
@Injectable()
export class InboxUpkeep {
  constructor(
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    background: Background,
  ) {
    background.every(everyMs, () => this.sweep(), 'old notices could not be deleted');
  }

  async sweep(): Promise<void> {
    while ((await this.batch()) === batchSize) continue;
  }

  private batch(): Promise<number> {
    return this.units.run(async (tx) => {
      const before = this.clock.now().getTime() - keptMs;
      const old = await managerOf(tx).query<{ id: string }[]>(
        'SELECT id FROM notifications WHERE at < ? ORDER BY at LIMIT ?',
        [before, batchSize],
      );
      const ids = old.map(({ id }) => id);
      const places = ids.map(() => '?').join(', ');
      if (ids.length > 0) await managerOf(tx).query(`DELETE FROM notifications WHERE id IN (${places})`, ids);
      return ids.length;
    });
  }
}
