import { randomUUID } from 'node:crypto';
import { cutNextCommit, type CutAt } from '../support/commit-cut';
import { verified, WireOwner } from '../support/company-by-wire';
import { type Instance } from '../support/instance';
import { Installation } from '../support/installation';
import { TcpProxy } from '../support/tcp-proxy';
import { createTestDatabase, type TestDatabase } from '../support';
import { type WireAnswer } from '../support/wire';

jest.setTimeout(60_000);

const input = { kind: 'company', name: 'Integration' };

/** The server as it is shipped, and the database behind a network that breaks around COMMIT. */
describe('an act whose connection breaks around its COMMIT', () => {
  let ground: TestDatabase;
  let network: TcpProxy;
  let installation: Installation;
  let instance: Instance;
  let owner: WireOwner;

  beforeAll(async () => {
    ground = await createTestDatabase();
    const url = ground.env['DATABASE_URL'] ?? '';
    network = await TcpProxy.before(url);
    installation = new Installation();
    instance = await installation.start({ DATABASE_URL: network.through(url) });
    owner = await WireOwner.of(instance.wire);
  }, 200_000);
  afterEach(async () => {
    network.watch(null);
    await network.heal();
  });
  afterAll(async () => {
    await installation.close();
    await network.close();
    await ground.drop();
  });

  const keyCount = async (): Promise<number> => (await owner.get('/keys?limit=100')).body.data.length;
  /** Asks until the database is there again, and this is answered. */
  const whenWell = async (ask: () => Promise<WireAnswer>): Promise<WireAnswer> => {
    await network.heal();
    for (const giveUpAt = performance.now() + 10_000; ;) {
      const answer = await ask();
      if (answer.status !== 503 || performance.now() > giveUpAt) return answer;
    }
  };
  const cutting = (at: CutAt, away: boolean, act: () => Promise<WireAnswer>): Promise<WireAnswer> => {
    const done = cutNextCommit(network, at, away);
    return act().finally(() => expect(done.cuts).toBe(1));
  };

  describe('right after the OK, and the database is away', () => {
    it('201 hands the new secret over', async () => {
      const answer = await cutting('after-ok', true, () => owner.post('/keys', input));
      expect(answer).toMatchObject({ status: 201, body: { secret: expect.any(String) } });
      expect((await whenWell(() => verified(instance.wire, answer.body))).status).toBe(200);
    });

    it('200 hands the secret of a rotation without an overlap over, and says from when on the old one is refused', async () => {
      const key = await owner.key();
      const path = `/keys/${key.id}/rotate`;
      const answer = await cutting('after-ok', true, () => owner.post(path, { overlapSeconds: 0 }));
      expect(answer).toMatchObject({
        status: 200,
        body: { secret: expect.any(String), revocation: { effectiveEverywhere: false } },
      });
      expect((await whenWell(() => verified(instance.wire, answer.body))).status).toBe(200);
      expect((await verified(instance.wire, key)).status).toBe(401);
    });

    it('200 reports a revocation', async () => {
      const key = await owner.key();
      const answer = await cutting('after-ok', true, () => owner.post(`/keys/${key.id}/revoke`, {}));
      expect(answer).toMatchObject({
        status: 200,
        body: { key: { status: 'revoked' }, revocation: { effectiveBy: expect.any(String) } },
      });
    });

    it('answers a repetition with the same Idempotency-Key as before', async () => {
      const once = { 'idempotency-key': randomUUID() };
      const first = await cutting('after-ok', true, () => owner.post('/keys', input, once));
      const again = await whenWell(() => owner.post('/keys', input, once));
      expect(first.status).toBe(201);
      expect(again).toMatchObject({
        status: 201,
        headers: { 'idempotency-replayed': 'true' },
        body: { key: first.body.key },
      });
    });
  });

  describe('before the OK', () => {
    it('201 finds on another connection that it is done', async () => {
      const before = await keyCount();
      const answer = await cutting('before-ok', false, () => owner.post('/keys', input));
      expect(answer.status).toBe(201);
      expect((await verified(instance.wire, answer.body)).status).toBe(200);
      expect(await keyCount()).toBe(before + 1);
    });

    it('503 outcome-unknown while nobody can be asked; a repetition gets the first answer, and nothing twice', async () => {
      const before = await keyCount();
      const once = { 'idempotency-key': randomUUID() };
      const answer = await cutting('before-ok', true, () => owner.post('/keys', input, once));
      expect(answer).toMatchObject({
        status: 503,
        headers: { 'retry-after': '1' },
        body: { code: 'outcome-unknown' },
      });
      expect(await whenWell(() => owner.post('/keys', input, once))).toMatchObject({
        status: 201,
        headers: { 'idempotency-replayed': 'true' },
      });
      expect(await keyCount()).toBe(before + 1);
    });
  });

  describe('before COMMIT arrives', () => {
    it('201 finds that it was rolled back, and does it once', async () => {
      const before = await keyCount();
      const answer = await cutting('before-commit', false, () => owner.post('/keys', input));
      expect(answer.status).toBe(201);
      expect(await keyCount()).toBe(before + 1);
    });

    it('503 outcome-unknown while nobody can be asked; a repetition does it', async () => {
      const before = await keyCount();
      const once = { 'idempotency-key': randomUUID() };
      const answer = await cutting('before-commit', true, () => owner.post('/keys', input, once));
      expect(answer).toMatchObject({ status: 503, body: { code: 'outcome-unknown' } });
      expect((await whenWell(() => owner.post('/keys', input, once))).status).toBe(201);
      expect(await keyCount()).toBe(before + 1);
    });
  });
});
