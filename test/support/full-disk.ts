import { type Database as SqliteConnection } from 'better-sqlite3';
import { type BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { UnitOfWork } from '../../src/platform/database';
import { ReserveFile } from '../../src/platform/database/reserve-file';
import { managerOf } from '../../src/platform/database/unscoped';
import { type TestApp } from './test-app';

/** More pages than any test writes. */
const plenty = 1_000_000;
/** What the reserve is worth in these tests. */
const reservePages = 300;

/**
 * The disk of a running application's SQLite database, which can be full. What SQLite says at its bound of pages is what it
 * says when the disk is full; and the reserve, given back, moves the bound.
 */
export class FullDisk {
  private isFull = false;
  readonly givenBack: jest.SpyInstance;

  private constructor(private readonly connection: SqliteConnection) {
    const { take, giveBack, probe } = ReserveFile.prototype;
    const whileRoom = (work: () => void): void => {
      if (this.isFull) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      work();
    };
    jest.spyOn(ReserveFile.prototype, 'take').mockImplementation(function (this: ReserveFile) {
      whileRoom(() => take.call(this));
    });
    jest.spyOn(ReserveFile.prototype, 'probe').mockImplementation(function (this: ReserveFile) {
      whileRoom(() => probe.call(this));
    });
    const morePages = (): unknown => this.allowPages(this.pages() + reservePages);
    this.givenBack = jest.spyOn(ReserveFile.prototype, 'giveBack').mockImplementation(function (
      this: ReserveFile,
    ) {
      giveBack.call(this);
      morePages();
    });
  }

  static async of(test: TestApp): Promise<FullDisk> {
    return test.app.get(UnitOfWork).run(async (tx) => {
      // Casts: the driver's type is that of all drivers, and it declares its connection as `any`.
      const { databaseConnection } = managerOf(tx).dataSource.driver as BetterSqlite3Driver;
      return new FullDisk(databaseConnection as SqliteConnection);
    });
  }

  fill(): void {
    this.isFull = true;
    this.allowPages(this.pages());
  }

  clear(): void {
    this.isFull = false;
    this.allowPages(plenty);
  }

  private pages(): number {
    return Number(this.connection.pragma('page_count', { simple: true }));
  }

  private allowPages(count: number): unknown {
    return this.connection.pragma(`max_page_count = ${count}`);
  }
}
