import { type DataSource } from 'typeorm';
import { StartFault } from '../start-fault';

const waitSeconds = 60;

/**
 * Brings the schema up to date through a data source of the `migrate` role, which it opens and closes. On MySQL one
 * instance migrates and the others wait for it: DDL there is not transactional, and two at once would leave half a table
 * each.
 */
export async function migrate(source: DataSource): Promise<void> {
  await source.initialize();
  try {
    if (source.options.type === 'mysql') await migrateAlone(source);
    else await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

async function migrateAlone(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    const answer: unknown = await runner.query(`SELECT GET_LOCK('kunci.migrate', ${waitSeconds}) AS taken`);
    if (!isTaken(answer))
      throw new StartFault(`Another instance has been migrating for over ${waitSeconds} s`);
    await source.runMigrations({ transaction: 'none' });
    await runner.query(`SELECT RELEASE_LOCK('kunci.migrate')`);
  } finally {
    await runner.release();
  }
}

function isTaken(answer: unknown): boolean {
  // A cast: the driver answers a SELECT with rows, typed as unknown.
  return Array.isArray(answer) && Number((answer as { taken: unknown }[])[0]?.taken) === 1;
}
