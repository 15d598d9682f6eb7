import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { verifyLog } from '../../src/audit';
import { dayMs } from '../../src/platform';
import { Reader } from '../../src/platform/database';
import { startApp, TestClock, type TestApp } from '../support';

const kept = path.resolve(__dirname, '../frozen/version-0.1');

interface Contents {
  /** When it was made, in UTC: what was open then stays open for the test. */
  readonly made: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly password: string;
  readonly owner: string;
  readonly operator: string;
  readonly member: string;
  readonly invited: { readonly username: string; readonly token: string };
  readonly keys: {
    readonly good: Readonly<Record<string, string>>;
    readonly ended: Readonly<Record<string, string>>;
    readonly recoverable: { readonly id: string; readonly secret: string };
  };
}

// A cast: the file is ours, and is never made again.
const contents = JSON.parse(readFileSync(path.join(kept, 'contents.json'), 'utf8')) as Contents;

describe('a database that version 0.1.0 wrote', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kunci-frozen-'));
  const database = { kind: 'sqlite', env: { DATA_DIR: folder }, drop: () => Promise.resolve() } as const;
  let test: TestApp;

  beforeAll(async () => {
    writeFileSync(path.join(folder, 'kunci.db'), gunzipSync(readFileSync(path.join(kept, 'kunci.db.gz'))));
    const clock = new TestClock();
    clock.advance(Date.parse(contents.made) + dayMs - clock.now().getTime());
    test = await startApp({ on: { database, clock }, env: { ...contents.secrets } });
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true });
  });

  const use = (secret: string) => test.anyone.withKey(secret).get('/core/api/v1/me');
  const signIn = (username: string) => test.anyone.signIn(username, contents.password);

  it.each(Object.entries(contents.keys.good))('200 opens with its %s key', async (_, secret) => {
    expect((await use(secret)).status).toBe(200);
  });

  it.each(Object.entries(contents.keys.ended))('401 refuses its %s key', async (_, secret) => {
    expect((await use(secret)).status).toBe(401);
  });

  it.each([contents.owner, contents.operator, contents.member])('200 knows %s', async (username) => {
    expect((await (await signIn(username)).get('/me')).status).toBe(200);
  });

  it('200 lists all of its keys, and shows one again', async () => {
    const owner = await signIn(contents.owner);
    const { body } = await owner.get('/keys?limit=100');
    const reveal = `/keys/${contents.keys.recoverable.id}/reveal`;
    const { body: shown } = await owner.post(reveal);

    const names = body.data.map(({ name, status }: { name: string; status: string }) => `${name} ${status}`);
    expect(names.sort()).toEqual([
      'Hex32 active',
      'Personal active',
      'Prefixed active',
      'Product active',
      'Revoked revoked',
      'Rotated active',
    ]);
    expect(shown.secret).toBe(contents.keys.recoverable.secret);
  });

  it('200 takes whom it had invited', async () => {
    const { username, token } = contents.invited;
    const redeemed = await test.anyone.post('/invitations/redeem', { token, password: contents.password });

    expect(redeemed.status).toBe(200);
    expect((await (await signIn(username)).get('/me')).status).toBe(200);
  });

  it('has an intact event log', async () => {
    const verdict = await verifyLog(test.app.get(Reader), test.config.secrets.auditKey);

    expect(verdict).toEqual({ intact: true, events: expect.any(Number) });
  });
});
