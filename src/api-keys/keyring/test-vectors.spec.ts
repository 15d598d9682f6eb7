import {
  aCompany,
  aKey,
  createTestDatabase,
  password,
  startApp,
  type TestDatabase,
} from '../../../test/support';

const secretOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64');

const peppers = { old: `v1:${secretOf(1)}`, current: `v2:${secretOf(2)}` };
const keks = { old: `k1:${secretOf(3)}`, current: `k2:${secretOf(4)}` };
const settings = { KUNCI_PEPPERS: peppers.old, KUNCI_KEKS: keks.old, KUNCI_AUDIT_KEY: secretOf(5) };

describe('the server', () => {
  let database: TestDatabase;
  let ownerName: string;
  let keyId: string;
  let secret: string;

  /** Boots on the same database every time. @returns its verdict on the first key. */
  async function boot(env: Record<string, string>): Promise<number> {
    const test = await startApp({ env: { ...settings, ...env, ...database.env } });
    try {
      return (await test.anyone.withKey(secret).get('/sales_invoices')).status;
    } finally {
      await test.close();
    }
  }

  beforeAll(async () => {
    database = await createTestDatabase();
    const test = await startApp({ env: { ...settings, ...database.env } });
    const { owner, slug } = await aCompany(test);
    ownerName = `owner@${slug}.test`;
    await owner.patch('/settings', { keys: { company: { visibility: 'recoverable' } } });
    ({
      secret,
      key: { id: keyId },
    } = await aKey(owner));
    await test.close();
  });
  afterAll(() => database.drop());

  it('starts again with the secrets of its database, and knows the key', async () => {
    expect(await boot({})).toBe(200);
  });

  it.each([
    ['pepper v1', { KUNCI_PEPPERS: `v1:${secretOf(9)}` }],
    ['kek k1', { KUNCI_KEKS: `k1:${secretOf(9)}` }],
  ])('does not start with other bytes under the name of its %s', async (name, env) => {
    await expect(boot(env)).rejects.toThrow(`The ${name} is not the one this database was written with.`);
  });

  it.each([
    ['pepper v1', { KUNCI_PEPPERS: peppers.current }],
    ['kek k1', { KUNCI_KEKS: keks.current }],
  ])('does not start without the %s that keys still need', async (name, env) => {
    await expect(boot(env)).rejects.toThrow(
      `Secrets in this database still need the ${name}, which is not loaded.`,
    );
  });

  it('starts again without a secret that nothing needs', async () => {
    expect(await boot({ KUNCI_PEPPERS: `${peppers.old},v7:${secretOf(7)}` })).toBe(200);
    expect(await boot({})).toBe(200);
  });

  it('names no secret when it refuses', async () => {
    const wrong = secretOf(9);
    const refusal = boot({ KUNCI_PEPPERS: `v1:${wrong}` });
    await expect(refusal).rejects.not.toThrow(new RegExp(`${wrong.slice(0, 8)}|${secretOf(1).slice(0, 8)}`));
  });

  it('does not start with another key of the event log', async () => {
    await expect(boot({ KUNCI_AUDIT_KEY: secretOf(9) })).rejects.toThrow(
      'The audit-key 1 is not the one this database was written with.',
    );
  });

  it('starts with a new pepper in second place, then first, and, once the key was used so, without the old', async () => {
    expect(await boot({ KUNCI_PEPPERS: `${peppers.old},${peppers.current}` })).toBe(200);
    expect(await boot({ KUNCI_PEPPERS: `${peppers.current},${peppers.old}` })).toBe(200);
    expect(await boot({ KUNCI_PEPPERS: peppers.current })).toBe(200);
  });

  it('starts without a key-encryption key that only a revoked key was sealed with', async () => {
    const newPepper = { KUNCI_PEPPERS: peppers.current };
    const test = await startApp({ env: { ...settings, ...newPepper, ...database.env } });
    const owner = await test.anyone.signIn(ownerName, password);
    await owner.post(`/keys/${keyId}/revoke`);
    await test.close();

    expect(await boot({ ...newPepper, KUNCI_KEKS: keks.current })).toBe(401);
  });
});
