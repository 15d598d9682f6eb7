import { type DataSource, type EntityManager } from 'typeorm';
import { type BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner';
import { type Place } from '../gate';
import { type Pace } from './pace';

/** Runs the statements of one side of a SQLite database at the pace of the whole process. */
export class PacedRunner extends BetterSqlite3QueryRunner {
  constructor(
    driver: BetterSqlite3Driver,
    private readonly pace: Pace,
    private readonly place: Place,
  ) {
    super(driver);
  }

  // `any` is what TypeORM declares, for parameters and for rows.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  override query(query: string, parameters?: any[], useStructuredResult = false): Promise<any> {
    return this.pace.run(this.place, () => super.query(query, parameters, useStructuredResult));
  }
}

/** Makes all statements of a SQLite data source keep the pace, whoever sends them. */
export function keepPace(source: DataSource, pace: Pace): void {
  const driver = driverOf(source);
  // TypeORM uses the one runner that is there.
  driver.queryRunner = new PacedRunner(driver, pace, 'in turn');
}

/** An entity manager over the connection of a SQLite data source, whose statements go ahead of others. */
export function managerAhead(source: DataSource, pace: Pace): EntityManager {
  return source.createEntityManager(new PacedRunner(driverOf(source), pace, 'ahead'));
}

function driverOf(source: DataSource): BetterSqlite3Driver {
  // A cast: `driver` has the type of all drivers, and this is only called for SQLite.
  return source.driver as BetterSqlite3Driver;
}
