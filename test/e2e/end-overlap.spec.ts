import { dayMs, hourMs, minuteMs, secondMs } from '../../src/platform';
import {
  aCompany,
  aKey,
  type Answer,
  password,
  startApp,
  steppedUp,
  type TestApp,
  type TestCompany,
} from '../support';

const overlapSeconds = hourMs / secondMs;

describe('a superseded secret', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
  });
  beforeEach(async () => {
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  const inFuture = (ms: number): string => new Date(test.clock.now().getTime() + ms).toISOString();
  const rotate = (id: string, input: object = { overlapSeconds }): Promise<Answer> =>
    company.owner.post(`/keys/${id}/rotate`, input);
  const endOverlap = (id: string): Promise<Answer> => company.owner.post(`/keys/${id}/end-overlap`);
  const policy = (of: object) => company.owner.patch('/settings', { keys: { company: of } });
  const keyOf = async (id: string) => (await company.owner.get(`/keys/${id}`)).body;
  const refusal = async (secret: string, path = '/sales_invoices'): Promise<string> => {
    const { status, body } = await test.anyone.withKey(secret).get(path);
    return status === 200 ? 'good' : String(body.code);
  };
  const eventsOf = async (id: string): Promise<{ type: string; data: object }[]> =>
    (await company.owner.get(`/events?target=${id}`)).body.data;

  async function rotated(input?: object) {
    const { key, secret: old } = await aKey(company.owner);
    const { secret, key: now } = (await rotate(key.id, input)).body;
    return { id: key.id, old, secret: secret as string, key: now };
  }

  describe('in GET /keys', () => {
    it('200 tells how it looks and until when it works, in the answer, the list and by its id', async () => {
      const { id, old, key } = await rotated();
      const ending = { endsAt: inFuture(hourMs), lastUsedAt: null };
      const superseded = { start: old.slice(0, 10), last4: old.slice(-4), ...ending };

      expect(key.superseded).toEqual(superseded);
      expect((await keyOf(id)).superseded).toEqual(superseded);
      expect((await company.owner.get('/keys')).body.data).toMatchObject([{ id, superseded }]);
    });

    it('200 is null before a rotation, after one without overlap, and when it is over', async () => {
      const { key: fresh } = await aKey(company.owner);
      const atOnce = await rotated({ overlapSeconds: 0 });
      const { id } = await rotated({ overlapSeconds: 60 });
      expect([(await keyOf(fresh.id)).superseded, atOnce.key.superseded]).toEqual([null, null]);

      test.clock.advance(minuteMs - 1);
      expect((await keyOf(id)).superseded).not.toBeNull();
      test.clock.advance(1);
      expect((await keyOf(id)).superseded).toBeNull();
    });

    it('200 is the second of three, and the key is listed once', async () => {
      const { id, secret } = await rotated();
      await rotate(id);
      const { data } = (await company.owner.get('/keys')).body;
      expect(data).toMatchObject([{ id, superseded: { last4: secret.slice(-4) } }]);
    });

    it('200 ends with its own expiry, and with what the policy has capped since', async () => {
      const { key } = await aKey(company.owner, { expiresAt: inFuture(10 * minuteMs) });
      const { body } = await rotate(key.id, { overlapSeconds, expiresAt: inFuture(30 * dayMs) });
      expect(body.key.superseded.endsAt).toBe(inFuture(10 * minuteMs));

      const { id } = await rotated({ overlapSeconds: 604_800 });
      await policy({ maxLifetimeDays: 1 });
      expect((await keyOf(id)).superseded.endsAt).toBe(inFuture(dayMs));
    });

    it('200 tells when it was last used since the rotation, whatever the new one did', async () => {
      const lastUses = async (id: string): Promise<unknown> => {
        await test.settle();
        const { lastUsedAt, superseded } = await keyOf(id);
        return [lastUsedAt, superseded.lastUsedAt];
      };
      const { id, old, secret } = await rotated();
      await test.anyone.withKey(secret).get('/me');
      const first = inFuture(0);
      expect(await lastUses(id)).toEqual([first, null]);
      await test.anyone.withKey(old).get('/me');
      expect(await lastUses(id)).toEqual([first, first]);
      test.clock.advance(minuteMs);
      await test.anyone.withKey(secret).get('/me');
      expect(await lastUses(id)).toEqual([inFuture(0), first]);
      test.clock.advance(minuteMs);
      await test.anyone.withKey(old).get('/me');
      expect(await lastUses(id)).toEqual([inFuture(0), inFuture(0)]);
    });

    it('200 tells nothing of the secret before it', async () => {
      const { id, old } = await rotated();
      await test.anyone.withKey(old).get('/me');
      await test.settle();
      test.clock.advance(minuteMs);

      const { body } = await rotate(id);

      expect(body.key.superseded.lastUsedAt).toBeNull();
    });

    it('200 is null when it had expired before, and for a revoked key', async () => {
      const { key } = await aKey(company.owner, { expiresAt: inFuture(minuteMs) });
      test.clock.advance(minuteMs);
      expect((await rotate(key.id)).body.key.superseded).toBeNull();

      const { id } = await rotated();
      await company.owner.post(`/keys/${id}/revoke`);
      expect((await keyOf(id)).superseded).toBeNull();
    });

    it('200 finds the key by how it begins, as long as it works', async () => {
      const { id, old } = await rotated();
      const found = async (typed: string): Promise<string[]> =>
        (await company.owner.get(`/keys?q=${typed}`)).body.data.map((key: { id: string }) => key.id);

      expect(await found(old.slice(0, 10))).toEqual([id]);
      expect(await found(old.slice(0, 8))).toEqual([id]);
      const { owner: stranger } = await aCompany(test);
      expect((await stranger.get(`/keys?q=${old.slice(0, 10)}`)).body.data).toEqual([]);
      await endOverlap(id);
      expect(await found(old.slice(0, 10))).toEqual([]);
    });
  });

  describe('POST /keys/{id}/end-overlap', () => {
    it('200 refuses it at once everywhere, and the new one goes on', async () => {
      const { id, old, secret } = await rotated();
      const paths = ['/sales_invoices', '/core/api/v1/sales_invoices', '/me'];
      for (const path of paths) expect(await refusal(old, path)).toBe('good');

      const answer = await endOverlap(id);

      expect(answer).toMatchObject({
        status: 200,
        body: {
          key: { id, status: 'active', last4: secret.slice(-4), superseded: null },
          revocation: { position: expect.any(Number), effectiveEverywhere: true },
        },
      });
      for (const path of paths) {
        expect([await refusal(old, path), await refusal(secret, path)]).toEqual(['revoked', 'good']);
      }
      const verdict = await company.owner.post('/keys/verify', { key: old });
      expect(verdict.body).toMatchObject({ valid: false, code: 'REVOKED' });
    });

    it('200 notes which one, and when it would have ended', async () => {
      const { id, old } = await rotated();
      const endsAt = inFuture(hourMs);
      await endOverlap(id);

      const [event] = await eventsOf(id);
      expect(event).toMatchObject({
        type: 'key.overlap-ended',
        data: { start: old.slice(0, 10), last4: old.slice(-4), endsAt },
      });
    });

    it('200 where nothing is left to end: no receipt, no event', async () => {
      const { key, secret } = await aKey(company.owner);
      const { id } = await rotated();
      await endOverlap(id);

      for (const each of [key.id, id]) {
        const { status, body } = await endOverlap(each);
        expect([status, body.revocation]).toEqual([200, undefined]);
      }
      expect(await refusal(secret)).toBe('good');
      expect((await eventsOf(key.id)).map(({ type }) => type)).toEqual(['key.generated']);
      expect((await eventsOf(id)).filter(({ type }) => type === 'key.overlap-ended')).toHaveLength(1);
    });

    it('200 once of ten at once', async () => {
      const { id } = await rotated();
      const answers = await Promise.all(Array.from({ length: 10 }, () => endOverlap(id)));

      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
      expect(answers.filter(({ body }) => body.revocation !== undefined)).toHaveLength(1);
    });

    it('200 ends what a longer maximum would have brought back', async () => {
      const { id, old } = await rotated({ overlapSeconds: 604_800 });
      await policy({ maxLifetimeDays: 1 });
      test.clock.advance(dayMs);
      company = { ...company, owner: await test.anyone.signIn(`owner@${company.slug}.test`, password) };
      expect(await refusal(old)).toBe('expired');

      await endOverlap(id);
      await policy({ maxLifetimeDays: null });
      expect(await refusal(old)).toBe('revoked');
    });

    it('403 step-up-required where revoking asks for it, and only if there is something to end', async () => {
      await policy({ stepUp: { revoke: 'password' } });
      const { id, old } = await rotated();
      expect(await endOverlap(id)).toMatchObject({
        status: 403,
        body: { code: 'step-up-required', factor: 'password', action: 'revoke' },
      });
      expect(await refusal(old)).toBe('good');

      const proved = await steppedUp(company.owner, { action: 'revoke', keyId: id });
      expect((await proved.post(`/keys/${id}/end-overlap`)).status).toBe(200);
      expect(await refusal(old)).toBe('revoked');
      expect((await endOverlap(id)).status).toBe(200);
    });

    it('404 of another company, 403 without the right', async () => {
      const { id, old } = await rotated();
      const { owner: stranger } = await aCompany(test);
      const { client: member } = await company.member('member');

      expect((await stranger.post(`/keys/${id}/end-overlap`)).status).toBe(404);
      expect((await member.post(`/keys/${id}/end-overlap`)).status).toBe(403);
      expect(await refusal(old)).toBe('good');
    });
  });
});
