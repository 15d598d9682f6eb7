import { randomBytes } from 'node:crypto';
import { reportSecrets } from '../../src/api-keys';
import { Redigest, Rewrap } from '../../src/api-keys/upkeep';
import { Reader } from '../../src/platform/database';
import { TotpRewrap } from '../../src/step-up/totp-rewrap';
import {
  aCompany,
  aKey,
  type Client,
  createTestDatabase,
  password,
  startApp,
  type TestApp,
  TestClock,
  type TestCompany,
  type TestDatabase,
} from '../support';
import { beginTotp, codeNow, giveTotp } from '../support/factors';

const audit = randomBytes(32).toString('base64');
const [pepper1, pepper2, kek1, kek2] = ['v1', 'v2', 'v1', 'v2'].map(
  (version) => `${version}:${randomBytes(32).toString('base64')}`,
);
const first = { KUNCI_PEPPERS: `${pepper1}`, KUNCI_KEKS: `${kek1}`, KUNCI_AUDIT_KEY: audit };
const both = { ...first, KUNCI_PEPPERS: `${pepper2},${pepper1}`, KUNCI_KEKS: `${kek2},${kek1}` };
const second = { ...first, KUNCI_PEPPERS: `${pepper2}`, KUNCI_KEKS: `${kek2}` };

describe('peppers and key-encryption keys, changed while running', () => {
  let database: TestDatabase;
  let clock: TestClock;
  let test: TestApp;
  let company: TestCompany;
  let ownerName: string;
  let keys: { id: string; secret: string }[];
  let totp: string;
  let pendingTotp: string;

  const boot = (env: Record<string, string>): Promise<TestApp> => startApp({ env, on: { database, clock } });
  const owner = (): Promise<Client> => test.anyone.signIn(ownerName, password);
  const standing = async (protection: 'pepper' | 'kek', version: string) =>
    (await reportSecrets(test.app.get(Reader), test.config.secrets, clock.now())).find(
      (report) => report.protection === protection && report.version === version,
    );

  beforeEach(async () => {
    [database, clock] = [await createTestDatabase(), new TestClock()];
    test = await boot(first);
    company = await aCompany(test);
    ownerName = (await company.owner.get('/me')).body.username;
    await company.owner.patch('/settings', { keys: { company: { visibility: 'recoverable' } } });
    keys = [];
    for (let count = 0; count < 3; count += 1) {
      const { key, secret } = await aKey(company.owner);
      keys.push({ id: key.id, secret });
    }
    totp = await giveTotp(test, company.owner);
    pendingTotp = await beginTotp(company.owner);
    await test.close();
    test = await boot(both);
  });
  afterEach(async () => {
    await test.close();
    await database.drop();
  });

  const use = async (): Promise<number[]> =>
    Promise.all(keys.map(async ({ secret }) => (await test.anyone.withKey(secret).get('/me')).status));
  const revealed = async (): Promise<string[]> => {
    const client = await owner();
    return Promise.all(
      keys.map(async ({ id }) => String((await client.post(`/keys/${id}/reveal`)).body.secret)),
    );
  };
  const moveEverything = async (): Promise<void> => {
    await use();
    await test.app.get(Redigest).flush();
    await test.app.get(Rewrap).batch();
    await test.app.get(TotpRewrap).batch();
  };

  it('keep old keys working, with those that need the old secrets counted', async () => {
    expect(await use()).toEqual([200, 200, 200]);
    expect(await standing('pepper', 'v1')).toEqual({
      protection: 'pepper',
      version: 'v1',
      loaded: true,
      current: false,
      needed: 3,
      mayGo: false,
    });
    expect(await standing('kek', 'v1')).toMatchObject({ current: false, needed: 5, mayGo: false });
    expect(await standing('pepper', 'v2')).toMatchObject({ current: true, needed: 0, mayGo: false });
  });

  it('find a secret that was looked up by its old digest, as long as its pepper is loaded', async () => {
    const [{ id, secret } = { id: '', secret: '' }] = keys;
    const found = async () => (await (await owner()).post('/keys/lookup', { key: secret })).body.key?.id;
    await (await owner()).post(`/keys/${id}/revoke`);
    expect(await found()).toBe(id);
    expect(await standing('pepper', 'v1')).toMatchObject({ needed: 2 });

    keys = keys.slice(1);
    await moveEverything();
    await test.close();
    test = await boot(second);

    expect(await found()).toBeUndefined();
  });

  it('renew the digest of a key when it is used', async () => {
    await test.anyone.withKey(keys[0]?.secret ?? '').get('/me');
    await test.app.get(Redigest).flush();
    expect(await standing('pepper', 'v1')).toMatchObject({ needed: 2 });
    expect(await standing('pepper', 'v2')).toMatchObject({ needed: 1 });
    expect(await use()).toEqual([200, 200, 200]);
  });

  it('go on where a move of envelopes was cut off', async () => {
    expect(await test.app.get(Rewrap).batch(2)).toBe(2);
    expect(await standing('kek', 'v1')).toMatchObject({ needed: 3 });
    expect(await revealed()).toEqual(keys.map(({ secret }) => secret));
    await test.close();
    test = await boot(both);
    expect(await test.app.get(Rewrap).batch(2)).toBe(1);
    expect(await test.app.get(Rewrap).batch(2)).toBe(0);
    expect(await revealed()).toEqual(keys.map(({ secret }) => secret));
  });

  it('move one-time codes too, in use and pending', async () => {
    const client = await owner();
    expect(await test.app.get(TotpRewrap).batch(1)).toBe(1);
    expect(await test.app.get(TotpRewrap).batch(2)).toBe(1);
    expect(await test.app.get(TotpRewrap).batch()).toBe(0);
    const asked = { factor: 'totp', secret: codeNow(test, totp), action: 'generate', kind: 'company' };
    expect((await client.post('/step-ups', asked)).status).toBe(201);
    expect((await client.put('/me/totp', { code: codeNow(test, pendingTotp) })).status).toBe(204);
  });

  it('give no data key back to a key that was revoked meanwhile', async () => {
    const client = await owner();
    const rewrap = test.app.get(Rewrap);
    await Promise.all([rewrap.batch(), client.post(`/keys/${keys[0]?.id}/revoke`)]);
    await rewrap.batch();
    expect(await standing('kek', 'v2')).toMatchObject({ needed: 2 });
  });

  it('need no old pepper for what is refused either way', async () => {
    const client = await owner();
    await client.post(`/keys/${keys[0]?.id}/revoke`);
    await client.post(`/keys/${keys[1]?.id}/rotate`, { overlapSeconds: 60 });
    expect(await standing('pepper', 'v1')).toMatchObject({ needed: 2 });
    clock.advance(60_000);
    expect(await standing('pepper', 'v1')).toMatchObject({ needed: 1 });
  });

  it('may let the old ones go once nothing needs them, and not before', async () => {
    await test.close();
    const withoutPepper = { ...both, KUNCI_PEPPERS: second.KUNCI_PEPPERS };
    await expect(boot(withoutPepper)).rejects.toThrow('still need the pepper v1');
    const withoutKek = { ...both, KUNCI_KEKS: second.KUNCI_KEKS };
    await expect(boot(withoutKek)).rejects.toThrow('still need the kek v1');
    test = await boot(both);
    await moveEverything();
    expect(await standing('pepper', 'v1')).toMatchObject({ needed: 0, mayGo: true });
    expect(await standing('kek', 'v1')).toMatchObject({ needed: 0, mayGo: true });
    await test.close();
    test = await boot(second);
    expect(await use()).toEqual([200, 200, 200]);
    expect(await revealed()).toEqual(keys.map(({ secret }) => secret));
    expect(await standing('kek', 'v1')).toMatchObject({ loaded: false, mayGo: false });
  });
});
