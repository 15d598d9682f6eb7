import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { databaseSchema } from '../../src/app.module';
import { restoreBackup, type Restored } from '../../src/cli/backup/restore-backup';
import { writeBackup } from '../../src/cli/backup/write-backup';
import { loadConfig } from '../../src/platform/config';
import { aCompany, aKey, createTestDatabase, startApp, type TestApp, type TestDatabase } from '../support';

describe('a restore changes nothing', () => {
  let folder: string;
  let file: string;
  let test: TestApp;
  let empty: TestDatabase;

  const restore = (path = file): Promise<Restored> =>
    restoreBackup(loadConfig(empty.env), databaseSchema, path);
  /** Another file, made of the lines of the backup. */
  const change = (edit: (lines: string[]) => string[]): string => {
    const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
    writeFileSync(`${file}.changed`, gzipSync(`${edit(lines).join('\n')}\n`));
    return `${file}.changed`;
  };
  const header = (lines: string[], edit: (header: { migrations: string[] }) => void): string[] => {
    const parsed = JSON.parse(lines[0] ?? '');
    edit(parsed);
    return [JSON.stringify(parsed), ...lines.slice(1)];
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kunci-backup-'));
    file = join(folder, 'backup');
    test = await startApp();
    await aKey((await aCompany(test)).owner);
    await writeBackup(test.config.database, databaseSchema, file, test.clock.now());
    empty = await createTestDatabase();
  });
  afterAll(async () => {
    await test.close();
    await empty.drop();
    rmSync(folder, { recursive: true });
  });

  it.each<[string, (lines: string[]) => string[], string]>([
    ['a newer version', (lines) => header(lines, (h) => h.migrations.push('Later')), 'a newer version: this'],
    ['an older version', (lines) => header(lines, (h) => h.migrations.pop()), 'older than the migration'],
    ['another program', (lines) => ['{"format":"other"}', ...lines.slice(1)], 'not a backup'],
    ['nothing at all', () => [], 'not a backup'],
    ['a missing row', (lines) => lines.toSpliced(-2, 1), 'lines are missing'],
    ['a missing end', (lines) => lines.slice(0, -1), 'cut off'],
    ['a line of something else', (lines) => lines.toSpliced(2, 1, '[]'), 'Line 3 is not a row'],
    [
      'a table we do not have',
      (lines) => lines.toSpliced(1, 0, '{"table":"x` --","row":{"a":1}}'),
      'no table',
    ],
    [
      'a column we do not have',
      (lines) => lines.toSpliced(1, 0, '{"table":"users","row":{"a":1}}'),
      'columns',
    ],
  ])('for %s', async (_what, edit, reason) => {
    await expect(restore(change(edit))).rejects.toThrow(reason);
  });

  it('for children without their parents', async () => {
    const withoutUsers = (lines: string[]): string[] =>
      lines.filter((line) => !line.includes('"table":"users"'));
    await expect(restore(change(withoutUsers))).rejects.toThrow(/foreign key/i);
  });

  it('for half of a file, or one that is not compressed', async () => {
    const whole = readFileSync(file);
    writeFileSync(`${file}.half`, whole.subarray(0, whole.length / 2));
    await expect(restore(`${file}.half`)).rejects.toThrow('cut off');
    writeFileSync(`${file}.plain`, gunzipSync(whole));
    await expect(restore(`${file}.plain`)).rejects.toThrow('not a backup');
    await expect(restore(`${file}.none`)).rejects.toThrow('ENOENT');
  });

  it('while a server runs on SQLite', async () => {
    if (test.database.kind !== 'sqlite') return;
    await expect(restoreBackup(test.config, databaseSchema, file)).rejects.toThrow('Stop the server first');
  });

  it('in a database that somebody uses, and has changed nothing until then', async () => {
    // Another audit key than that of the backup: the rows are there, and the chain does not hold.
    expect((await restore()).log).toMatchObject({ intact: false, position: 1 });
    await expect(restore()).rejects.toThrow('The database is not empty: there are companies.');
  });

  it('and a backup overwrites no file', async () => {
    const precious = join(folder, 'precious');
    writeFileSync(precious, 'precious');
    const saving = writeBackup(test.config.database, databaseSchema, precious, test.clock.now());
    await expect(saving).rejects.toThrow('EEXIST');
    expect(readFileSync(precious, 'utf8')).toBe('precious');
  });
});
