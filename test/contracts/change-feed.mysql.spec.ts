import { createHash, randomBytes } from 'node:crypto';
import { type RunningApp } from '../../src/app.setup';
import { CacheLease } from '../../src/cluster';
import { Instances } from '../../src/cluster/instances';
import { Ids } from '../../src/platform';
import { FastReader } from '../../src/platform/database';
import { aCompany, aKey, Client, startApp, type TestApp, type TestCompany } from '../support';
import { compose } from '../support/compose';
import { queryRows, runStatement } from '../support/tables';

describe('several instances on one database', () => {
  let test: TestApp;
  let company: TestCompany;
  const others: RunningApp[] = [];

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
    for (let at = 0; at < 2; at += 1) others.push(await compose(test.database.env));
  });
  afterAll(async () => {
    for (const other of others) await other.close();
    await test.close();
  });

  const everywhere = () => [test.anyone, ...others.map(({ app }) => new Client(app))];
  const codesOf = async (secret: string): Promise<unknown[]> => {
    const answers = everywhere().map((client) => client.withKey(secret).get('/core/api/v1/me'));
    return (await Promise.all(answers)).map(({ status, body }) => (status === 200 ? 200 : body.code));
  };

  it('refuse a key everywhere as soon as the receipt says so', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { key, secret } = await aKey(company.owner);
      expect(await codesOf(secret)).toEqual([200, 200, 200]);
      const { body } = await company.owner.post(`/keys/${key.id}/revoke`);
      expect(body.revocation).toMatchObject({ effectiveEverywhere: true });
      expect(await codesOf(secret)).toEqual(['revoked', 'revoked', 'revoked']);
    }
  });

  it.each([
    ['settings', { keys: { company: { enabled: false } } }, { keys: { company: { enabled: true } } }],
  ])('follow a change of %s, there and back', async (_what, off, on) => {
    const { secret } = await aKey(company.owner);
    expect(await codesOf(secret)).toEqual([200, 200, 200]);
    expect((await company.owner.patch('/settings', off)).body.revocation.effectiveEverywhere).toBe(true);
    expect(await codesOf(secret)).toEqual(['disabled', 'disabled', 'disabled']);
    expect((await company.owner.patch('/settings', on)).body.revocation.effectiveEverywhere).toBe(true);
    expect(await codesOf(secret)).toEqual([200, 200, 200]);
  });

  it('accept a key of another system everywhere as soon as the receipt says so, also of a new shape and after they refused it', async () => {
    for (let length = 30; length < 35; length += 1) {
      const text = `old_${randomBytes(20).toString('hex')}`.slice(0, length);
      const keys = [
        { algorithm: 'sha256-hex', hash: createHash('sha256').update(text).digest('hex'), name: 'Old' },
      ];
      expect(await codesOf(text)).toEqual([
        'invalid-credentials',
        'invalid-credentials',
        'invalid-credentials',
      ]);
      const shape = { prefix: 'old_', length, alphabet: 'hex' };
      const { body } = await company.owner.post('/keys/import', { kind: 'company', shape, keys });
      expect(body.revocation).toMatchObject({ effectiveEverywhere: true });
      expect(await codesOf(text)).toEqual([200, 200, 200]);
    }
  });

  it('are all registered, and say how far they have read', async () => {
    const rows = await queryRows(test, 'SELECT position FROM instances');
    expect(rows).toHaveLength(3);
  });

  it('register again when they were not told that it was done: the answer was lost', async () => {
    const one = new Instances(test.app.get(FastReader), new Ids(test.clock));
    await one.register(1);
    await one.register(2);
    expect(await one.beat(3)).toBe(true);
    await one.leave();
  });

  it('wait for one that does not read on, and then say by when it cannot act on what it remembers', async () => {
    const { key, secret } = await aKey(company.owner);
    await codesOf(secret);
    // As an instance would look that is alive to the database and never reads: always the last position, always seen.
    await runStatement(
      test,
      `INSERT INTO instances (id, position, seen_at) VALUES ('stuck', 0, 9999999999999)`,
    );
    const began = Date.now();
    const { body } = await company.owner.post(`/keys/${key.id}/revoke`);
    await runStatement(test, `DELETE FROM instances WHERE id = 'stuck'`);

    expect(body.revocation).toEqual({
      position: expect.any(Number) as number,
      effectiveEverywhere: false,
      effectiveBy: new Date(test.clock.now().getTime() + 5_000).toISOString(),
    });
    expect(Date.now() - began).toBeGreaterThanOrEqual(1_000);
    expect((await company.owner.post(`/keys/${key.id}/revoke`)).body.revocation).toMatchObject({
      position: body.revocation.position as number,
      effectiveEverywhere: true,
    });
  });

  it('do not wait for one that was not seen for six seconds', async () => {
    const { key } = await aKey(company.owner);
    await runStatement(test, `INSERT INTO instances (id, position, seen_at) VALUES ('gone', 0, 1)`);
    const { body } = await company.owner.post(`/keys/${key.id}/revoke`);
    expect(body.revocation).toMatchObject({ effectiveEverywhere: true });
  });

  it('forget everything when the log is another one than they have read, as after restoring a backup', async () => {
    const { key, secret } = await aKey(company.owner);
    expect(await codesOf(secret)).toEqual([200, 200, 200]);
    // What restoring an older backup does to an instance that has read further: rows change without an event, and the head goes back.
    await runStatement(test, `UPDATE api_keys SET revoked_at = 1 WHERE id = '${key.id}'`);
    await runStatement(
      test,
      'UPDATE event_head SET seq = seq - 1, hash = (SELECT hash FROM events WHERE events.seq = event_head.seq - 1)',
    );
    await runStatement(test, 'DELETE FROM events WHERE seq > (SELECT seq FROM event_head)');
    // The next act reaches every instance, so all have had a heartbeat since.
    await aKey(company.owner);
    const { body } = await company.owner.patch('/settings', { locale: 'id' });
    expect(body.revocation).toMatchObject({ effectiveEverywhere: true });
    expect(await codesOf(secret)).toEqual(['revoked', 'revoked', 'revoked']);
  });

  it('take no lease before they are registered, and none after they have left', async () => {
    const short = await compose(test.database.env);
    const lease = short.app.get(CacheLease);
    expect(lease.isHeld()).toBe(true);
    const before = await queryRows(test, 'SELECT id FROM instances');
    await short.close();
    expect(lease.isHeld()).toBe(false);
    expect(await queryRows(test, 'SELECT id FROM instances')).toHaveLength(before.length - 1);
  });
});
