import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ownComposition } from '../../src/composition';
import { restoreBackup, type Restored } from '../../src/cli/backup/restore-backup';
import { writeBackup } from '../../src/cli/backup/write-backup';
import { verifyLog } from '../../src/audit';
import { LogFollowers } from '../../src/cluster';
import { loadConfig } from '../../src/platform/config';
import { openSnapshot, Reader } from '../../src/platform/database';
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
import { giveTotp } from '../support/factors';
import { dumpTables, queryRows } from '../support/tables';

const secrets = {
  KUNCI_PEPPERS: `v1:${randomBytes(32).toString('base64')}`,
  KUNCI_KEKS: `v1:${randomBytes(32).toString('base64')}`,
  KUNCI_AUDIT_KEY: randomBytes(32).toString('base64'),
};

type Kind = 'sqlite' | undefined;
/** From and to: the database of this run, and, where that is another one, SQLite. */
const ways: [Kind, Kind][] =
  process.env['KUNCI_TEST_DATABASE_URL'] === undefined
    ? [[undefined, undefined]]
    : [
        [undefined, undefined],
        ['sqlite', undefined],
        [undefined, 'sqlite'],
      ];

describe.each(ways)('a backup (of %s, into %s)', (from, to) => {
  let folder: string;
  let file: string;
  let clock: TestClock;
  let saved: TestDatabase;
  let empty: TestDatabase;
  let test: TestApp;
  let key: { id: string; secret: string };
  let ownerName: string;
  let hidden: Record<string, string>;

  const boot = (database: TestDatabase, env = {}): Promise<TestApp> =>
    startApp({ env: { ...secrets, ...env }, on: { database, clock } });
  const save = (): Promise<number> => writeBackup(test.config, ownComposition().schema, file, clock.now());
  const restore = (path = file, env = {}): Promise<Restored> =>
    restoreBackup(
      loadConfig({ ...empty.env, ...secrets, ...env }),
      ownComposition().schema,
      path,
      'accept-revived',
    );
  // Each is written a moment after its event; by now all are.
  const notices = (app: TestApp) => queryRows(app, 'SELECT * FROM notifications');
  const rows = async (app: TestApp): Promise<Record<string, string[]>> =>
    Object.fromEntries(
      Object.entries({ ...(await dumpTables(app)), notifications: await notices(app) })
        .filter(([table]) => table !== 'migrations')
        .map(([table, found]) => [table, found.map(comparable).sort()])
        .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
    );

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kunci-backup-'));
    [saved, clock] = [await createTestDatabase(from), new TestClock()];
    test = await boot(saved);
    const company = await aCompany(test, 'Łódź 🔑 Ltd');
    ownerName = (await company.owner.get('/me')).body.username;
    await company.member('member', 'api-key-generate');
    await company.owner.patch('/settings', { keys: { company: { visibility: 'recoverable' } } });
    const made = await aKey(company.owner);
    key = { id: made.key.id, secret: made.secret };
    const gone = await aKey(company.owner);
    await company.owner.post(`/keys/${gone.key.id}/revoke`);
    hidden = { key: key.secret, revoked: gone.secret, totp: await giveTotp(test, company.owner), password };
    const asked = { factor: 'password', secret: password, action: 'reveal', kind: 'company', keyId: key.id };
    hidden['stepUp'] = (await company.owner.post('/step-ups', asked)).body.stepUpToken;
    const invited = await company.owner.post('/users', {
      username: 'new@people.test',
      roles: [company.roleIds.get('member')],
    });
    hidden['invitation'] = invited.body.invitation.token;
    await test.anyone.withKey(key.secret).get('/me');
    await test.settle();
    await test.app.get(LogFollowers).catchUp();
  });
  afterAll(async () => {
    await test.close();
    await saved.drop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    file = join(folder, `${randomBytes(6).toString('hex')}.backup`);
    empty = await createTestDatabase(to);
  });
  afterEach(() => empty.drop());

  it('has the same rows, in every table there is', async () => {
    const before = await rows(test);
    const count = Object.values(before).flat().length;
    const events = before['events']?.length ?? 0;
    expect(await save()).toBe(count);
    expect(await restore()).toEqual({
      createdAt: clock.now().toISOString(),
      rows: count,
      ended: { sessions: before['sessions']?.length, resets: before['password_resets']?.length, quotas: 0 },
      reapplied: null,
      // One more, which records the restore.
      log: { intact: true, events: events + 1 },
    });
    const again = await boot(empty);
    const { events: log, event_head: _head, ...after } = await rows(again);
    expect(log).toHaveLength(events + 1);
    expect(log).toEqual(expect.arrayContaining(before['events'] ?? []));
    const { events: _log, event_head: _end, ...lasting } = before;
    expect(after).toEqual({
      ...lasting,
      sessions: [],
      step_up_tokens: [],
      idempotency_keys: [],
      password_resets: [],
    });
    await again.close();
  });

  it('goes on: keys verify, secrets are shown again, and the log is one chain', async () => {
    await save();
    await restore();
    const again = await boot(empty);
    expect((await again.anyone.withKey(key.secret).get('/me')).status).toBe(200);
    expect((await again.anyone.withKey(hidden['revoked'] ?? '').get('/me')).body.code).toBe('revoked');
    const owner = await again.anyone.signIn(ownerName, password);
    expect((await owner.post(`/keys/${key.id}/reveal`)).body.secret).toBe(key.secret);
    expect(await verifyLog(again.app.get(Reader), again.config.secrets.auditKey)).toMatchObject({
      intact: true,
    });
    await again.close();
  });

  // The rest is the same whatever it is restored into.
  if (from !== to) return;

  it('holds no secret as text, and is for its owner only', async () => {
    await save();
    const text = gunzipSync(readFileSync(file)).toString('latin1');
    const found = Object.entries({ ...hidden, ...secrets }).filter(([, value]) =>
      [value, value.replace(/^v1:/, '')].some((spelling) => text.includes(spelling)),
    );
    expect(found).toEqual([]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is one moment, whatever is written meanwhile', async () => {
    const before = Object.values(await rows(test)).flat().length;
    const snapshot = await openSnapshot(test.config.database, ownComposition().schema);
    await aCompany(test, 'Latecomer');
    let count = 0;
    for (const table of snapshot.tables) for await (const _row of snapshot.rows(table)) count += 1;
    await snapshot.close();
    expect(count).toBe(before);
    expect(Object.values(await rows(test)).flat().length).toBeGreaterThan(before);
  });

  it('replaces what a first start left behind', async () => {
    await save();
    await (await boot(empty, { KUNCI_PEPPERS: `v9:${randomBytes(32).toString('base64')}` })).close();
    await restore();
    await (await boot(empty)).close();
  });
});

/** Text that is the same for the same row, whichever driver read it. */
function comparable(row: Readonly<Record<string, unknown>>): string {
  const values = Object.entries(row).map(([column, value]) => [
    column,
    Buffer.isBuffer(value) ? value.toString('hex') : value,
  ]);
  return JSON.stringify(Object.fromEntries(values.sort()));
}
