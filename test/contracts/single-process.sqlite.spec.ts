import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { loadConfig } from '../../src/platform/config';
import { openDatabase, openReader } from '../../src/platform/database';
import { DatabaseInUse } from '../../src/platform/database/single-process';
import { createTestDatabase, type TestDatabase } from '../support';
import { ledgerSchema, notes } from '../support/ledger';

/** What the server does with its lock file, in a process of its own. */
const holdingProcess = `
  const lock = new (require('better-sqlite3'))(process.argv[1]);
  lock.exec('BEGIN EXCLUSIVE');
  process.send('held');
  setInterval(() => undefined, 1_000);
`;

describe('a SQLite database', () => {
  let place: TestDatabase;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    place = await createTestDatabase();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await place.drop();
  });

  const config = () => loadConfig(place.env).database;
  const open = () => openDatabase(config(), ledgerSchema);

  it('is refused while this process has it already', async () => {
    const first = await open();

    await expect(open()).rejects.toThrow(DatabaseInUse);
    await first.close();
    await (await open()).close();
  });

  it('is refused while another process has it, and free as soon as that one dies', async () => {
    await (await open()).close();
    const other = await anotherProcess();

    await expect(open()).rejects.toThrow(DatabaseInUse);
    other.kill('SIGKILL');
    await once(other, 'exit');
    await (await open()).close();
  });

  it('can be read while another process has it', async () => {
    await (await open()).close();
    await anotherProcess();

    const { reader, close } = await openReader(config(), ledgerSchema);
    expect(await notes(reader)).toEqual([]);
    await close();
  });

  async function anotherProcess(): Promise<ChildProcess> {
    const database = config();
    if (database.kind !== 'sqlite') throw new Error('This is about SQLite only.');
    const child = spawn(process.execPath, ['-e', holdingProcess, database.lockFile], {
      cwd: path.resolve(__dirname, '../..'),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    children.push(child);
    await once(child, 'message');
    return child;
  }
});
