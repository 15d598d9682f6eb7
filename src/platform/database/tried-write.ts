import { type Room } from './room';
import { type UnitOfWork } from './unit-of-work';
import { managerOf } from './unscoped';

const lastsMs = 1_000;

/** Finds out by trying whether SQLite can write, at most once a second in all. */
export class TriedWrite {
  private last: { readonly atMs: number; readonly outcome: Promise<void> } | null = null;

  constructor(
    private readonly units: UnitOfWork,
    private readonly room: Room,
  ) {}

  /** @throws what keeps it from writing. */
  async attempt(): Promise<void> {
    // What was found a moment ago is no longer true once the reserve is given back.
    this.room.claim();
    const atMs = performance.now();
    if (this.last === null || atMs - this.last.atMs >= lastsMs) this.last = { atMs, outcome: this.write() };
    return this.last.outcome;
  }

  private async write(): Promise<void> {
    // The number means nothing to us, and setting it writes the first page. Ahead: to be busy is not to be unable.
    await this.units.runAhead(async (tx) => {
      // A cast: the driver answers a PRAGMA with rows, typed as unknown.
      const rows: unknown = await managerOf(tx).query('PRAGMA user_version');
      const [row] = rows as [{ readonly user_version: number }];
      await managerOf(tx).query(`PRAGMA user_version = ${row.user_version}`);
    });
    this.room.probe();
  }
}
