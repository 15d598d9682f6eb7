import { type DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { StartFault } from '../start-fault';
import { isAtLeast } from '../version';

/**
 * A migration that says how old a program may be that runs beside the database afterwards. So instances can be replaced one
 * after the other: the new version migrates, and the former one goes on.
 */
export interface StatedMigration extends MigrationInterface {
  /** The oldest version: `0.1.0`. */
  readonly runsWith?: string;
}

interface MigrationRow {
  readonly name: string;
  /** Absent before the migration that adds it. */
  readonly runs_with?: string | null;
}

/**
 * @param version of this program.
 * @throws StartFault where a later version has migrated the database, unless each of its migrations says that this version may
 * still run.
 */
export async function assertMayRun(source: DataSource, version: string): Promise<void> {
  const known = new Set(source.migrations.map(nameOf));
  for (const { name, runs_with: oldest } of await withRunner(source, rowsOf)) {
    if (known.has(name)) continue;
    if (oldest === undefined || oldest === null) throw unknownMigration(name, version);
    if (!isAtLeast(version, oldest)) throw tooOld(name, oldest, version);
  }
}

/** Writes beside each migration what it says, for programs that do not know it. */
export async function noteRunsWith(source: DataSource): Promise<void> {
  // A cast: migrations of ours may have the property, and those of others lack it.
  const stated = (source.migrations as StatedMigration[]).filter(({ runsWith }) => runsWith !== undefined);
  await withRunner(source, async (runner) => {
    const unnoted = (await rowsOf(runner)).filter((row) => row.runs_with === null).map(({ name }) => name);
    for (const migration of stated) {
      const name = nameOf(migration);
      const note = [migration.runsWith, name];
      if (unnoted.includes(name))
        await runner.query('UPDATE migrations SET runs_with = ? WHERE name = ?', note);
    }
  });
}

async function rowsOf(runner: QueryRunner): Promise<MigrationRow[]> {
  if (!(await runner.hasTable('migrations'))) return [];
  return runner.manager.query<MigrationRow[]>('SELECT * FROM migrations ORDER BY id');
}

async function withRunner<T>(source: DataSource, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    return await work(runner);
  } finally {
    await runner.release();
  }
}

/** As TypeORM calls it in its table. */
function nameOf(migration: MigrationInterface): string {
  return migration.name ?? migration.constructor.name;
}

function unknownMigration(name: string, version: string): StartFault {
  return new StartFault(
    `The database has the migration ${name}, which this version (${version}) does not know and which names no older version ` +
      'that may run beside it. Start the version that made it, or a later one.',
  );
}

function tooOld(name: string, oldest: string, version: string): StartFault {
  return new StartFault(
    `The database has the migration ${name}, beside which only version ${oldest} or later may run, and this is version ` +
      `${version}. Start version ${oldest} or later.`,
  );
}
