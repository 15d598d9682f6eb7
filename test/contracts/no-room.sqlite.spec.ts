import { existsSync, statSync } from 'node:fs';
import { loadConfig } from '../../src/platform/config';
import { aCompany, aKey, type Answer, anOperator, startApp, steppedUp, type TestApp } from '../support';
import { aDefinedProduct } from '../support/defined-product';
import { FullDisk } from '../support/full-disk';

const patienceMs = 10_000;
/** So many that what they write does not fit into pages that happen to have room. */
const keyCount = 20;

describe('a database without room', () => {
  let test: TestApp;
  let disk: FullDisk;

  beforeAll(async () => {
    test = await startApp();
    disk = await FullDisk.of(test);
  });
  beforeEach(() => disk.givenBack.mockClear());
  afterEach(() => untilReady());
  afterAll(() => test.close());

  const ready = (): Promise<Answer> => test.anyone.get('/health/ready');

  async function until(status: number): Promise<Answer> {
    const giveUpAt = performance.now() + patienceMs;
    for (;;) {
      const answer = await ready();
      if (answer.status === status || performance.now() > giveUpAt) return answer;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async function untilReady(): Promise<void> {
    disk.clear();
    expect((await until(200)).status).toBe(200);
  }

  /** Makes roles until there is no room for one. */
  async function fillUp(owner: Awaited<ReturnType<typeof aCompany>>['owner']): Promise<Answer> {
    disk.fill();
    for (let count = 1; ; count += 1) {
      const answer = await owner.post('/roles', { name: `Role ${count}`, permissions: [] });
      if (answer.status !== 201) return answer;
    }
  }

  it('503 says to come again, goes on reading, and writes again once there is room', async () => {
    const { owner } = await aCompany(test);
    const answer = await fillUp(owner);

    expect(answer).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      body: { code: 'unavailable' },
    });
    expect((await owner.get('/roles')).status).toBe(200);
    expect(disk.givenBack).not.toHaveBeenCalled();
    await untilReady();
    expect((await owner.post('/roles', { name: 'Late', permissions: [] })).status).toBe(201);
  });

  it('200 revokes keys all the same, and keeps the room for that', async () => {
    const { owner } = await aCompany(test);
    const keys: string[] = [];
    for (let count = 0; count < keyCount; count += 1) keys.push((await aKey(owner)).key.id);
    await fillUp(owner);
    const statuses: number[] = [];
    for (const id of keys) statuses.push((await owner.post(`/keys/${id}/revoke`)).status);

    expect(statuses).toEqual(keys.map(() => 200));
    expect(disk.givenBack).toHaveBeenCalledTimes(1);
    expect(await owner.post('/roles', { name: 'Nothing else', permissions: [] })).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      body: { code: 'unavailable' },
    });
    expect((await owner.get(`/keys/${keys[0]}`)).body.status).toBe('revoked');
  });

  it('ends memberships, sessions, companies, permissions and other keys, where a password is asked for too', async () => {
    const company = await aCompany(test);
    const { owner } = company;
    const operator = await anOperator(test);
    const product = await aDefinedProduct(operator, ['read']);
    const [member, leaver] = [await company.member('member'), await company.member('member')];
    const keyId = (await aKey(owner)).key.id;
    await owner.patch('/settings', { keys: { company: { stepUp: { revoke: 'password' } } } });
    await fillUp(owner);

    const proved = await steppedUp(owner, { action: 'revoke', keyId });
    const answers = [
      await proved.delete(`/keys/${keyId}`),
      await owner.patch(`/users/${member.id}`, { active: false }),
      await owner.delete(`/users/${leaver.id}`),
      await operator.client.patch(`/platform/products/${product.code}?force=true`, { permissions: [] }),
      await operator.client.patch(`/platform/products/${product.code}`, { grants: [] }),
      await operator.client.patch(`/platform/products/${product.code}`, { forMembers: false }),
      await operator.client.post(`/platform/companies/${company.id}/suspend`, { reason: 'x' }),
      await operator.client.delete('/sessions/current'),
    ];
    expect(answers.map(({ status }) => status).filter((status) => status >= 300)).toEqual([]);
  });

  it('keeps a session that should be noted as seen', async () => {
    const { owner } = await aCompany(test);
    const { id } = (await aKey(owner)).key;
    await fillUp(owner);
    test.clock.advance(10 * 60_000);
    expect((await owner.post(`/keys/${id}/revoke`)).status).toBe(200);
    expect((await owner.get('/me')).status).toBe(200);
  });

  it('503 is not ready while there is no room, and is again without a restart', async () => {
    expect((await ready()).status).toBe(200);
    disk.fill();

    expect(await until(503)).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      body: { code: 'not-ready', detail: 'There is no room left to write.' },
    });
    await untilReady();
  });

  it('has a reserve beside it that only its owner can read', () => {
    const { database } = loadConfig(test.database.env);
    const file = database.kind === 'sqlite' ? database.reserveFile : '';
    expect(existsSync(file) && statSync(file)).toMatchObject({ size: 5 * 1024 * 1024, mode: 0o100600 });
    expect(statSync(file).blocks * 512).toBeGreaterThanOrEqual(5 * 1024 * 1024);
  });
});
