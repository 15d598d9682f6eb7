import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ownComposition } from '../../src/composition';
import { writeLines } from '../../src/cli/backup/backup-file';
import { restoreBackup, type Restored } from '../../src/cli/backup/restore-backup';
import { writeBackup } from '../../src/cli/backup/write-backup';
import { loadConfig } from '../../src/platform/config';
import { aCompany, aKey, createTestDatabase, startApp, type TestApp, type TestDatabase } from '../support';

const secrets = {
  KUNCI_PEPPERS: `v1:${randomBytes(32).toString('base64')}`,
  KUNCI_KEKS: `v1:${randomBytes(32).toString('base64')}`,
  KUNCI_AUDIT_KEY: randomBytes(32).toString('base64'),
};

const sealBytes = 79;

describe('a restore changes nothing', () => {
  let folder: string;
  let file: string;
  let test: TestApp;
  let empty: TestDatabase;

  const restore = (path = file, env = {}): Promise<Restored> =>
    restoreBackup(
      loadConfig({ ...empty.env, ...secrets, ...env }),
      ownComposition().schema,
      path,
      'accept-revived',
    );
  const linesOf = (): string[] => gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  const another = (bytes: Buffer): string => {
    writeFileSync(`${file}.another`, bytes);
    return `${file}.another`;
  };
  /** Another file, made of the lines of the backup and sealed like a backup, with the audit key. */
  const change = async (edit: (lines: string[]) => string[]): Promise<string> => {
    rmSync(`${file}.changed`, { force: true });
    const lines = edit(linesOf().slice(0, -1));
    await writeLines(`${file}.changed`, Readable.from(lines), test.config.secrets.auditKey);
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
    test = await startApp({ env: secrets });
    await aKey((await aCompany(test)).owner);
    await writeBackup(test.config, ownComposition().schema, file, test.clock.now());
    empty = await createTestDatabase();
  });
  afterAll(async () => {
    await test.close();
    await empty.drop();
    rmSync(folder, { recursive: true });
  });

  it.each<[string, (lines: string[]) => string[], string]>([
    [
      'a newer version',
      (lines) => header(lines, (h) => h.migrations.push('Later')),
      'the migration Later, which this program does not have',
    ],
    ['an older version', (lines) => header(lines, (h) => h.migrations.pop()), 'older than the migration'],
    ['another program', (lines) => ['{"format":"other"}', ...lines.slice(1)], 'not a backup'],
    ['nothing at all', () => [], 'not a backup'],
    ['a missing row', (lines) => lines.toSpliced(-2, 1), 'lines are missing'],
    ['a missing end', (lines) => lines.slice(0, -1), 'is not a row'],
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
    await expect(restore(await change(edit))).rejects.toThrow(reason);
  });

  it('for children without their parents', async () => {
    const withoutUsers = (lines: string[]): string[] =>
      lines.filter((line) => !line.includes('"table":"users"'));
    await expect(restore(await change(withoutUsers))).rejects.toThrow(/foreign key/i);
  });

  it('for half of a file, or one that is not compressed', async () => {
    const whole = readFileSync(file);
    writeFileSync(`${file}.half`, whole.subarray(0, whole.length / 2));
    await expect(restore(`${file}.half`)).rejects.toThrow('cut off');
    writeFileSync(`${file}.plain`, gunzipSync(whole));
    await expect(restore(`${file}.plain`)).rejects.toThrow('not a backup');
    await expect(restore(another(Buffer.alloc(0)))).rejects.toThrow('not a backup');
    await expect(restore(`${file}.none`)).rejects.toThrow('ENOENT');
  });

  it('for a backup that somebody made an operator in, however they packed it', async () => {
    const lines = linesOf().map((line) => line.replace('"operator":0', '"operator":1'));
    expect(lines).not.toEqual(linesOf());
    const [packed, seal] = [
      gzipSync(`${lines.slice(0, -1).join('\n')}\n`),
      readFileSync(file).subarray(-sealBytes),
    ];
    const asOneMember = gzipSync(`${lines.join('\n')}\n`);
    await expect(restore(another(asOneMember))).rejects.toThrow('did not seal its backups');
    await expect(restore(another(packed))).rejects.toThrow('did not seal its backups');
    await expect(restore(another(Buffer.concat([packed, seal])))).rejects.toThrow('not as it was written');
  });

  it('for any other byte, and for bytes that are missing, too many, or in another order', async () => {
    const whole = readFileSync(file);
    const flipped = (at: number): Buffer => {
      const copy = Buffer.from(whole);
      copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
      return copy;
    };
    const half = whole.length >> 1;
    const others = [0, 5, half, whole.length - sealBytes - 1, whole.length - 1].map(flipped);
    others.push(Buffer.concat([whole, whole]), Buffer.concat([whole, Buffer.from('\n')]));
    others.push(
      Buffer.concat([whole.subarray(half, -sealBytes), whole.subarray(0, half), whole.subarray(-sealBytes)]),
    );
    others.push(whole.subarray(0, -1), whole.subarray(1), Buffer.concat([whole, gzipSync('{}\n')]));
    for (const bytes of others)
      await expect(restore(another(bytes))).rejects.toThrow(/not as it was written|did not seal its backups/);
  });

  it('with another audit key than that of the backup, and not even a table is made', async () => {
    const other = { KUNCI_AUDIT_KEY: randomBytes(32).toString('base64') };
    const fresh = await createTestDatabase();
    const config = loadConfig({ ...fresh.env, ...secrets, ...other });
    const restoring = restoreBackup(config, ownComposition().schema, file, 'accept-revived');
    await expect(restoring).rejects.toThrow('KUNCI_AUDIT_KEY is not the one');
    expect(readdirSync(fresh.env['DATA_DIR'] ?? '')).toEqual([]);
    await fresh.drop();
  });

  it('while a server runs on SQLite', async () => {
    if (test.database.kind !== 'sqlite') return;
    const restoring = restoreBackup(test.config, ownComposition().schema, file, 'accept-revived');
    await expect(restoring).rejects.toThrow('Stop the server first');
  });

  it('in a database that somebody uses, and has changed nothing until then', async () => {
    expect((await restore()).log).toMatchObject({ intact: true });
    await expect(restore()).rejects.toThrow('The database is not empty: there are companies.');
  });

  it('and a backup overwrites no file', async () => {
    const precious = join(folder, 'precious');
    writeFileSync(precious, 'precious');
    const saving = writeBackup(test.config, ownComposition().schema, precious, test.clock.now());
    await expect(saving).rejects.toThrow('EEXIST');
    expect(readFileSync(precious, 'utf8')).toBe('precious');
  });
});
