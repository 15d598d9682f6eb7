import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { ownComposition } from '../../src/composition';
import { restoreBackup } from '../../src/cli/backup/restore-backup';
import { writeBackup } from '../../src/cli/backup/write-backup';
import { makeOperator } from '../../src/cli/make-operator';
import { recoverDatabase, type Recovered } from '../../src/cli/reapply/recover-database';
import { type Since } from '../../src/cli/reapply/since';
import { matchJournal } from '../../src/audit';
import { DatabasePutBack } from '../../src/audit/match-journal';
import { type Config, loadConfig } from '../../src/platform/config';
import { Reader } from '../../src/platform/database';
import {
  aCompany,
  aKey,
  createTestDatabase,
  password,
  startApp,
  type TestApp,
  TestClock,
  type TestDatabase,
} from '../support';

const secrets = {
  KUNCI_PEPPERS: `v1:${randomBytes(32).toString('base64')}`,
  KUNCI_KEKS: `v1:${randomBytes(32).toString('base64')}`,
  KUNCI_AUDIT_KEY: randomBytes(32).toString('base64'),
};

describe('a SQLite file that somebody puts back', () => {
  let database: TestDatabase;
  let config: Config;
  let clock: TestClock;
  let files: { file: string; journalFile: string };
  let revoked: string;
  let kept: string;
  let ownerName: string;

  const boot = (): Promise<TestApp> => startApp({ env: secrets, on: { database, clock } });
  const start = async (work: (test: TestApp) => Promise<void> = () => Promise.resolve()): Promise<void> => {
    const test = await boot();
    try {
      await work(test);
    } finally {
      await test.close();
    }
  };
  const use = async (test: TestApp, key: string): Promise<unknown> => {
    const { status, body } = await test.anyone.withKey(key).get('/me');
    return status === 200 ? 200 : body.code;
  };
  const putBack = (): void => copyFileSync(`${files.file}.old`, files.file);
  const recover = (since: Since | null = null): Promise<Recovered> =>
    recoverDatabase(config, ownComposition().schema, since);

  beforeEach(async () => {
    [database, clock] = [await createTestDatabase(), new TestClock()];
    config = loadConfig({ ...database.env, ...secrets });
    if (config.database.kind !== 'sqlite') throw new Error('This suite is about SQLite');
    files = config.database;
    let keyId = '';
    await start(async (test) => {
      const { owner } = await aCompany(test);
      ownerName = (await owner.get('/me')).body.username;
      const made = await aKey(owner);
      [keyId, revoked, kept] = [made.key.id, made.secret, (await aKey(owner)).secret];
    });
    copyFileSync(files.file, `${files.file}.old`);
    await start(async (test) => {
      const owner = await test.anyone.signIn(ownerName, password);
      expect((await owner.post(`/keys/${keyId}/revoke`)).status).toBe(200);
    });
  });
  afterEach(() => database.drop());

  it('is noticed: the server does not start, and says what to do', async () => {
    putBack();
    await expect(boot()).rejects.toThrow(DatabasePutBack);
    await expect(boot()).rejects.toThrow(/npm run recover.*--accept-revived/s);
    await expect(makeOperator(config, 'ops@kunci.test', password)).rejects.toThrow(DatabasePutBack);
  });

  it('is mended from the journal: what was revoked stays revoked, and the log is one chain', async () => {
    putBack();
    expect(await recover()).toMatchObject({ log: { intact: true } });
    await start(async (test) => {
      expect([await use(test, revoked), await use(test, kept)]).toEqual(['revoked', 200]);
    });
    await expect(recover()).rejects.toThrow('nothing to apply');
  });

  it('is taken as it is by whoever says so, and then it is the one in use', async () => {
    putBack();
    await recover('accept-revived');
    await start(async (test) => expect(await use(test, revoked)).toBe(200));
    await start();
  });

  it('is noticed when it was emptied, and when it went on by itself without its journal', async () => {
    rmSync(files.file);
    await expect(boot()).rejects.toThrow(DatabasePutBack);
    putBack();
    const journal = readFileSync(files.journalFile);
    rmSync(files.journalFile);
    await start(async (test) => {
      for (let count = 0; count < 5; count += 1) await test.anyone.signIn(ownerName, password);
    });
    writeFileSync(files.journalFile, journal);
    await expect(boot()).rejects.toThrow(DatabasePutBack);
    await expect(recover()).rejects.toThrow('nothing to apply');
    await recover('accept-revived');
    await start();
  });

  it('cannot be mended with lines that somebody changed', async () => {
    putBack();
    writeFileSync(
      files.journalFile,
      readFileSync(files.journalFile, 'utf8').replace('key.revoked', 'key.revealed'),
    );
    await expect(recover()).rejects.toThrow('is changed, of another database');
  });

  describe('is not suspected', () => {
    it('when the journal has fallen behind, as after a crash between COMMIT and the journal', async () => {
      const lines = readFileSync(files.journalFile, 'utf8').trimEnd().split('\n');
      writeFileSync(files.journalFile, `${lines.slice(0, -2).join('\n')}\n`);
      await start();
      expect(readFileSync(files.journalFile, 'utf8').trimEnd().split('\n')).toEqual(lines);
    });

    it('when the last line is torn, or the first, or there is none', async () => {
      const { size } = statSync(files.journalFile);
      truncateSync(files.journalFile, size - 20);
      await start();
      expect(statSync(files.journalFile).size).toBe(size);
      appendFileSync(files.journalFile, '{"position":');
      await start(async (test) => {
        await aKey((await aCompany(test)).owner);
      });
      await start();
      for (const text of ['', '{"position":1']) {
        writeFileSync(files.journalFile, text);
        await start();
      }
    });
  });

  it('finds a journal that is bounded, and holds the latest events', async () => {
    const test = await boot();
    await matchJournal(test.app.get(Reader), test.config.database, { maxBytes: 100, keptEvents: 1 });
    const lines = readFileSync(files.journalFile, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"key.revoked"');
    expect(statSync(files.journalFile).mode & 0o777).toBe(0o600);
    await test.close();
    putBack();
    await expect(recover()).rejects.toThrow(/goes on at position \d+/);
  });

  it('leaves a journal from which a backup of then is restored without loss', async () => {
    const backup = `${files.file}.backup`;
    const journal = readFileSync(files.journalFile);
    putBack();
    await writeBackup(config, ownComposition().schema, backup, clock.now());
    rmSync(files.file);
    const restore = (since: Since | null) => restoreBackup(config, ownComposition().schema, backup, since);
    await expect(restore(null)).rejects.toThrow(`--events ${files.journalFile} BACKUP`);
    const tooShort = `${files.file}.events`;
    writeFileSync(tooShort, journal.subarray(0, journal.lastIndexOf('\n', journal.length - 2) + 1));
    await expect(restore({ eventsFile: tooShort })).rejects.toThrow('the journal goes on to');
    await restore({ eventsFile: files.journalFile });
    await start(async (test) => {
      expect([await use(test, revoked), await use(test, kept)]).toEqual(['revoked', 200]);
    });
  });
});
