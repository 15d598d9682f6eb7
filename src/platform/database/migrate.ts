import { type DataSource } from 'typeorm';
import { StartFault } from '../start-fault';
import { programVersion } from '../version';
import { assertMayRun, noteRunsWith } from './runs-with';

const waitSeconds = 60;

/**
 * Brings the schema up to date through a data source of the `migrate` role, which it opens and closes. On MySQL one
 * instance migrates and the others wait for it: DDL there is not transactional, and two at once would leave half a table
 * each.
 * @param version of this program.
 * @throws StartFault where a later version has migrated the database and this one may not run beside it.
 */
export async function migrate(source: DataSource, version: string = programVersion): Promise<void> {
  await source.initialize();
  try {
    if (source.options.type === 'mysql') await migrateAlone(source, version);
    else await bringUpToDate(source, 'each', version);
  } finally {
    await source.destroy();
  }
}

async function migrateAlone(source: DataSource, version: string): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    const answer: unknown = await runner.query(`SELECT GET_LOCK('kunci.migrate', ${waitSeconds}) AS taken`);
    if (!isTaken(answer))
      throw new StartFault(`Another instance has been migrating for over ${waitSeconds} s`);
    await bringUpToDate(source, 'none', version);
    await runner.query(`SELECT RELEASE_LOCK('kunci.migrate')`);
  } finally {
    await runner.release();
  }
}

async function bringUpToDate(
  source: DataSource,
  transaction: 'each' | 'none',
  version: string,
): Promise<void> {
  await assertMayRun(source, version);
  await source.runMigrations({ transaction });
  await noteRunsWith(source);
}

function isTaken(answer: unknown): boolean {
  // A cast: the driver answers a SELECT with rows, typed as unknown.
  return Array.isArray(answer) && Number((answer as { taken: unknown }[])[0]?.taken) === 1;
}
