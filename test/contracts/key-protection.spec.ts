import { randomBytes } from 'node:crypto';
import { Redigest, Rewrap } from '../../src/api-keys/upkeep';
import {
  aCompany,
  aKey,
  createTestDatabase,
  password,
  type TestApp,
  TestClock,
  type TestDatabase,
} from '../support';
import { bootOn } from '../support/boot';
import { queryRows } from '../support/tables';

type Secrets = Record<'KUNCI_PEPPERS' | 'KUNCI_KEKS' | 'KUNCI_AUDIT_KEY', string>;

describe('the secrets that protect keys', () => {
  let database: TestDatabase;
  let clock: TestClock;
  let running: TestApp | null;

  beforeEach(async () => {
    database = await createTestDatabase();
    clock = new TestClock();
    running = null;
  });
  afterEach(async () => {
    await stop();
    await database.drop();
  });

  const stop = async (): Promise<void> => {
    await running?.close();
    running = null;
  };
  /** Restarts with these secrets. */
  const boot = async (secrets: Secrets): Promise<TestApp> => {
    await stop();
    running = await bootOn(database, clock, secrets);
    return running;
  };
  /** A company with one key that can be shown again, made with the first of each. */
  const aKeyMadeWith = async (secrets: Secrets) => {
    const test = await boot(secrets);
    const { owner, slug } = await aCompany(test);
    await owner.patch('/settings', { keys: { company: { visibility: 'recoverable' } } });
    const { key, secret } = await aKey(owner);
    return { id: key.id, secret, username: `owner@${slug}.test` };
  };
  /** Of each key, the pepper and the key-encryption key. */
  const versionsOf = async (test: TestApp): Promise<string[]> => {
    const rows = await queryRows(test, 'SELECT pepper_version, kek_version FROM key_secrets');
    return rows.map((row) => Object.values(row).join(' ')).sort();
  };

  it.each<[string, keyof Secrets, string]>([
    ['pepper', 'KUNCI_PEPPERS', 'The pepper v1 is not the one this database was written with.'],
    ['key-encryption key', 'KUNCI_KEKS', 'The kek v1 is not the one this database was written with.'],
    ['audit key', 'KUNCI_AUDIT_KEY', 'is not the one this database was written with.'],
  ])('keep the server from booting with another %s under the same name', async (_, setting, message) => {
    const secrets = fresh();
    await boot(secrets);

    await expect(boot({ ...secrets, [setting]: fresh()[setting] })).rejects.toThrow(message);
    // And nothing stays open that would be in the way of the right ones.
    await boot(secrets);
  });

  it.each<[string, keyof Secrets, string]>([
    ['pepper', 'KUNCI_PEPPERS', 'still need the pepper v1, which is not loaded'],
    ['key-encryption key', 'KUNCI_KEKS', 'still need the kek v1, which is not loaded'],
  ])('keep the server from booting without a %s that keys still need', async (_, setting, message) => {
    const secrets = fresh();
    const { id, username } = await aKeyMadeWith(secrets);
    const without = { ...secrets, [setting]: named('v2') };

    await expect(boot(without)).rejects.toThrow(message);
    const owner = await (await boot(secrets)).anyone.signIn(username, password);
    await owner.post(`/keys/${id}/revoke`);
    await boot(without);
  });

  it('find old keys by an old pepper in second place, and make new ones with the first', async () => {
    const secrets = fresh();
    const { secret, username } = await aKeyMadeWith(secrets);
    const test = await boot({ ...secrets, KUNCI_PEPPERS: `${named('v2')},${secrets.KUNCI_PEPPERS}` });

    const newer = await aKey(await test.anyone.signIn(username, password));

    expect(await versionsOf(test)).toEqual(['v1 v1', 'v2 v1']);
    for (const text of [secret, newer.secret])
      expect((await test.anyone.withKey(text).get('/me')).status).toBe(200);
  });

  it('no longer need an old pepper after every key was used under the new one', async () => {
    const secrets = fresh();
    const { secret } = await aKeyMadeWith(secrets);
    const second = named('v2');
    const both = await boot({ ...secrets, KUNCI_PEPPERS: `${second},${secrets.KUNCI_PEPPERS}` });
    await both.anyone.withKey(secret).get('/me');
    await both.app.get(Redigest).flush();

    const test = await boot({ ...secrets, KUNCI_PEPPERS: second });
    expect((await test.anyone.withKey(secret).get('/me')).status).toBe(200);
  });

  it('no longer need an old key-encryption key after the data keys were wrapped with the new one', async () => {
    const secrets = fresh();
    const { id, secret, username } = await aKeyMadeWith(secrets);
    const second = named('v2');
    const both = await boot({ ...secrets, KUNCI_KEKS: `${second},${secrets.KUNCI_KEKS}` });
    await both.app.get(Rewrap).batch();

    const test = await boot({ ...secrets, KUNCI_KEKS: second });
    const owner = await test.anyone.signIn(username, password);
    expect((await owner.post(`/keys/${id}/reveal`)).body).toEqual({ secret });
    expect(await versionsOf(test)).toEqual(['v1 v2']);
  });
});

function fresh(): Secrets {
  return { KUNCI_PEPPERS: named('v1'), KUNCI_KEKS: named('v1'), KUNCI_AUDIT_KEY: bytes() };
}

function named(version: string): string {
  return `${version}:${bytes()}`;
}

function bytes(): string {
  return randomBytes(32).toString('base64');
}
