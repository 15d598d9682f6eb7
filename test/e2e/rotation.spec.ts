import { dayMs, hourMs, minuteMs, secondMs } from '../../src/platform';
import {
  aCompany,
  aKey,
  type Answer,
  password,
  startApp,
  type TestApp,
  type TestCompany,
  crowd,
} from '../support';

const weekSeconds = 604_800;

describe('POST /keys/{id}/rotate', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
  });
  beforeEach(async () => {
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  /** Moves the clock, and signs in again: sessions end meanwhile. */
  const later = async (ms: number): Promise<void> => {
    test.clock.advance(ms);
    company = { ...company, owner: await test.anyone.signIn(`owner@${company.slug}.test`, password) };
  };
  const inFuture = (ms: number): string => new Date(test.clock.now().getTime() + ms).toISOString();
  const rotate = (id: string, input: object = { overlapSeconds: 0 }): Promise<Answer> =>
    company.owner.post(`/keys/${id}/rotate`, input);
  const refusal = async (secret: string): Promise<string> => {
    const { status, body } = await test.anyone.withKey(secret).get('/sales_invoices');
    return status === 200 ? 'good' : String(body.code);
  };
  const policy = (company_: object) => company.owner.patch('/settings', { keys: { company: company_ } });

  describe('the overlap', () => {
    it('200 of 0 seconds ends the old secret at once, and says so', async () => {
      const { key, secret } = await aKey(company.owner);
      const { status, body, headers } = await rotate(key.id);
      const fresh: string = body.secret;

      expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
      expect(body).toMatchObject({
        key: { ...key, start: fresh.slice(0, 10), last4: fresh.slice(-4) },
        revocation: { effectiveEverywhere: true },
      });
      expect([await refusal(secret), await refusal(body.secret)]).toEqual(['revoked', 'good']);
    });

    it.each([1, 3_600, weekSeconds])(
      '200 of %d seconds lets both work so long, and nothing ends yet',
      async (overlapSeconds) => {
        const { key, secret } = await aKey(company.owner);
        const { body } = await rotate(key.id, { overlapSeconds });
        expect(body.revocation).toBeUndefined();

        test.clock.advance(overlapSeconds * secondMs - 1);
        expect([await refusal(secret), await refusal(body.secret)]).toEqual(['good', 'good']);
        test.clock.advance(1);
        expect([await refusal(secret), await refusal(body.secret)]).toEqual(['revoked', 'good']);
      },
    );

    it.each([0, 60, weekSeconds])(
      'of %d seconds never lets the old secret live longer than it would have',
      async (overlapSeconds) => {
        const { key, secret } = await aKey(company.owner, { expiresAt: inFuture(10 * minuteMs) });
        test.clock.advance(9 * minuteMs);
        const { body } = await rotate(key.id, { overlapSeconds, expiresAt: inFuture(30 * dayMs) });

        test.clock.advance(minuteMs);
        expect(await refusal(secret)).toBe(overlapSeconds === weekSeconds ? 'expired' : 'revoked');
        expect(await refusal(body.secret)).toBe('good');
      },
    );

    it('never lets a secret live on that the policy has capped since', async () => {
      const { key, secret } = await aKey(company.owner);
      await rotate(key.id, { overlapSeconds: weekSeconds });
      await policy({ maxLifetimeDays: 1 });
      test.clock.advance(dayMs - 1);
      expect(await refusal(secret)).toBe('good');
      test.clock.advance(1);
      expect(await refusal(secret)).toBe('expired');
    });

    it('never brings back a secret that has expired', async () => {
      const { key, secret } = await aKey(company.owner, { expiresAt: inFuture(minuteMs) });
      test.clock.advance(minuteMs);
      const { body } = await rotate(key.id, { overlapSeconds: weekSeconds });
      expect([await refusal(secret), await refusal(body.secret)]).toEqual(['expired', 'good']);
    });

    it('ends the oldest of three at once, and says so', async () => {
      const { key, secret: first } = await aKey(company.owner);
      const second = (await rotate(key.id, { overlapSeconds: 3_600 })).body.secret as string;
      test.clock.advance(minuteMs);
      const third = (await rotate(key.id, { overlapSeconds: 60 })).body;

      expect(third.revocation).toMatchObject({ effectiveEverywhere: true });
      expect(await Promise.all([first, second, third.secret].map(refusal))).toEqual([
        'revoked',
        'good',
        'good',
      ]);
      test.clock.advance(minuteMs);
      expect(await Promise.all([first, second, third.secret].map(refusal))).toEqual([
        'revoked',
        'revoked',
        'good',
      ]);

      const fourth = (await rotate(key.id, { overlapSeconds: 60 })).body;
      expect(fourth.revocation).toBeUndefined();
    });

    it('leaves two secrets and one key of twenty rotations at once', async () => {
      const { key, secret } = await aKey(company.owner);
      const answers = await crowd(20, () => rotate(key.id, { overlapSeconds: 600 }));
      const secrets = [secret, ...answers.map(({ body }) => body.secret as string)];
      const standing = await Promise.all(secrets.map(refusal));

      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
      expect(standing.filter((state) => state === 'good')).toHaveLength(2);
      expect((await company.owner.get('/keys')).body.data).toHaveLength(1);
    });

    it.each([
      ['missing', {}],
      ['negative', { overlapSeconds: -1 }],
      ['over seven days', { overlapSeconds: weekSeconds + 1 }],
      ['fractional', { overlapSeconds: 0.5 }],
      ['text', { overlapSeconds: '60' }],
    ])('422 refuses one that is %s, and changes nothing', async (_what, input) => {
      const { key, secret } = await aKey(company.owner);
      expect(await rotate(key.id, input)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/overlapSeconds' }] },
      });
      expect(await refusal(secret)).toBe('good');
    });
  });

  describe('the expiry', () => {
    it('200 stays where the key still works, however often it is rotated', async () => {
      const expiresAt = inFuture(10 * dayMs);
      const { key } = await aKey(company.owner, { expiresAt });
      await later(4 * dayMs);
      expect((await rotate(key.id)).body.key).toMatchObject({ expiresAt, issuedAt: inFuture(0) });
      await later(5 * dayMs);
      expect((await rotate(key.id, { overlapSeconds: 60 })).body.key.expiresAt).toBe(expiresAt);
      await later(dayMs);
      expect((await company.owner.get(`/keys/${key.id}`)).body.status).toBe('expired');
    });

    it('200 stays where only the policy sets one', async () => {
      await policy({ maxLifetimeDays: 5 });
      const { key } = await aKey(company.owner);
      await later(2 * dayMs);

      expect((await rotate(key.id)).body.key.expiresAt).toBe(inFuture(3 * dayMs));
    });

    it('200 of an expired key is as far away as it once was, also when it was rotated in between', async () => {
      const { key } = await aKey(company.owner, { expiresAt: inFuture(10 * dayMs) });
      await later(9 * dayMs);
      await rotate(key.id);
      await later(2 * dayMs);

      expect((await rotate(key.id)).body.key.expiresAt).toBe(inFuture(10 * dayMs));
      await later(11 * dayMs);
      await policy({ maxLifetimeDays: 5 });
      expect((await rotate(key.id)).body.key.expiresAt).toBe(inFuture(5 * dayMs));
    });

    it('200 is none where there was none, and no later than the policy allows', async () => {
      const { key: endless } = await aKey(company.owner);
      const { key: long } = await aKey(company.owner, { expiresAt: inFuture(90 * dayMs) });
      expect((await rotate(endless.id)).body.key.expiresAt).toBeNull();

      await policy({ maxLifetimeDays: 5 });
      for (const { id } of [long, endless]) {
        expect((await rotate(id)).body.key.expiresAt).toBe(inFuture(5 * dayMs));
        // What a key had when it was rotated, it has.
        await policy({ maxLifetimeDays: null });
        expect((await company.owner.get(`/keys/${id}`)).body.expiresAt).toBe(inFuture(5 * dayMs));
        await policy({ maxLifetimeDays: 5 });
      }
    });

    it('200 takes another expiry, 422 none in the past or beyond the maximum', async () => {
      const { key } = await aKey(company.owner);
      await policy({ maxLifetimeDays: 5 });
      const input = (ms: number) => ({ overlapSeconds: 0, expiresAt: inFuture(ms) });

      expect((await rotate(key.id, input(2 * dayMs))).body.key.expiresAt).toBe(inFuture(2 * dayMs));
      for (const ms of [-secondMs, 5 * dayMs + 2 * minuteMs]) {
        expect(await rotate(key.id, input(ms))).toMatchObject({
          status: 422,
          body: { errors: [{ pointer: '/expiresAt' }] },
        });
      }
    });

    it('200 keeps name, permissions, limits, id and history', async () => {
      const input = {
        name: 'Kept',
        permissions: ['sales-invoices:read'],
        quota: { limit: 9, refill: 'day' },
      };
      const { key, secret } = await aKey(company.owner, input);
      await test.anyone.withKey(secret).get('/sales_invoices');
      await test.settle();
      const { body } = await rotate(key.id);

      const { name, permissions, createdAt, lastUsedAt, quota } = body.key;
      expect({ name, permissions, quota }).toEqual({ ...input, quota: { ...input.quota, remaining: 8 } });
      expect([body.key.id, createdAt, lastUsedAt]).toEqual([key.id, inFuture(0), inFuture(0)]);
      const events = (await company.owner.get(`/events?target=${key.id}`)).body.data as { type: string }[];
      expect(events.map(({ type }) => type).sort()).toEqual(['key.generated', 'key.rotated']);
    });
  });

  describe('what may be rotated', () => {
    it('200 brings an expired key back, 409 never a revoked or deleted one', async () => {
      const { key: expired, secret } = await aKey(company.owner, { expiresAt: inFuture(minuteMs) });
      const { key: revoked } = await aKey(company.owner);
      const { key: deleted } = await aKey(company.owner);
      await company.owner.post(`/keys/${revoked.id}/revoke`);
      await company.owner.delete(`/keys/${deleted.id}`);
      test.clock.advance(minuteMs);
      expect(await refusal(secret)).toBe('expired');

      const back = await rotate(expired.id);
      expect(back).toMatchObject({
        status: 200,
        body: { key: { status: 'active', expiresAt: inFuture(minuteMs) } },
      });
      expect(await refusal(back.body.secret)).toBe('good');
      for (const { id } of [revoked, deleted]) {
        expect(await rotate(id)).toMatchObject({ status: 409, body: { code: 'key-revoked' } });
      }
    });

    it('409 refuses to bring back one too many, or one of a kind that is off', async () => {
      await policy({ maxActive: 1 });
      const { key: expired } = await aKey(company.owner, { expiresAt: inFuture(minuteMs) });
      test.clock.advance(minuteMs);
      const { key: living } = await aKey(company.owner);
      expect(await rotate(expired.id)).toMatchObject({ status: 409, body: { code: 'key-limit-reached' } });
      expect((await rotate(living.id)).status).toBe(200);

      await company.owner.post(`/keys/${living.id}/revoke`);
      await policy({ enabled: false });
      expect(await rotate(expired.id)).toMatchObject({ status: 409, body: { code: 'kind-disabled' } });
      await policy({ enabled: true });
      expect((await rotate(expired.id)).status).toBe(200);
    });

    it('200 once of ten expired keys at once, where one more may be', async () => {
      const ids: string[] = [];
      for (let n = 0; n < 10; n += 1)
        ids.push((await aKey(company.owner, { expiresAt: inFuture(minuteMs) })).key.id);
      test.clock.advance(minuteMs);
      await policy({ maxActive: 1 });
      const answers = await Promise.all(ids.map((id) => rotate(id)));

      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ body }) => body.code === 'key-limit-reached')).toHaveLength(9);
    });

    it('404 knows no key of another company, 403 lets nobody rotate without the right', async () => {
      const { key, secret } = await aKey((await aCompany(test)).owner);
      expect((await rotate(key.id)).status).toBe(404);
      const { client } = await company.member('member');
      expect((await client.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 })).status).toBe(403);
      expect(await refusal(secret)).toBe('good');
    });
  });

  it('200 shows again the newest secret only, also while the old one overlaps', async () => {
    await policy({ visibility: 'recoverable' });
    const { key, secret } = await aKey(company.owner);
    const reveal = async () => (await company.owner.post(`/keys/${key.id}/reveal`)).body;
    expect(await reveal()).toEqual({ secret });

    const { body } = await rotate(key.id, { overlapSeconds: 3_600 });
    expect(await reveal()).toEqual({ secret: body.secret });
    await policy({ visibility: 'once' });
    await rotate(key.id);
    expect((await reveal()).code).toBe('not-recoverable');
  });

  it('200 lets an overlapping secret go on until the policy or a revocation ends the whole key', async () => {
    const { key, secret } = await aKey(company.owner);
    const { body } = await rotate(key.id, { overlapSeconds: hourMs / secondMs });
    await company.owner.post(`/keys/${key.id}/revoke`);
    expect([await refusal(secret), await refusal(body.secret)]).toEqual(['revoked', 'revoked']);
  });
});
