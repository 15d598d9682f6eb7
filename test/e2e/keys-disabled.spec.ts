import { hourMs, minuteMs, secondMs } from '../../src/platform';
import { aCompany, aKey, type Answer, type Client, startApp, steppedUp, type TestApp } from '../support';

describe('a key that somebody disables', () => {
  let test: TestApp;
  let owner: Client;

  beforeAll(async () => {
    test = await startApp();
  });
  beforeEach(async () => {
    ({ owner } = await aCompany(test));
  });
  afterAll(() => test.close());

  const disable = (id: string, by = owner): Promise<Answer> => by.post(`/keys/${id}/disable`);
  const enable = (id: string, by = owner): Promise<Answer> => by.post(`/keys/${id}/enable`);
  const policy = (of: object) => owner.patch('/settings', { keys: { company: of } });
  const inFuture = (ms: number): string => new Date(test.clock.now().getTime() + ms).toISOString();
  const listed = async (query: string): Promise<string[]> =>
    (await owner.get(`/keys?${query}`)).body.data.map(({ id }: { id: string }) => id);
  const eventsOf = async (id: string): Promise<string[]> =>
    (await owner.get(`/events?target=${id}`)).body.data.map(({ type }: { type: string }) => type).reverse();
  const use = async (secret: string): Promise<unknown> => {
    const { status, body } = await test.anyone.withKey(secret).get('/core/api/v1/sales_invoices');
    return status === 200 ? 'good' : `${status} ${body.code}`;
  };

  describe('POST /keys/{id}/disable', () => {
    it('200 is in force with the answer: 401 disabled, and DISABLED for a service that asks', async () => {
      const { key, secret } = await aKey(owner);
      expect(await use(secret)).toBe('good');

      const answer = await disable(key.id);

      expect(answer).toMatchObject({
        status: 200,
        body: {
          key: { id: key.id, status: 'disabled', disabledAt: inFuture(0), revokedAt: null },
          revocation: { position: expect.any(Number), effectiveEverywhere: true },
        },
      });
      expect(await use(secret)).toBe('401 disabled');
      const { body } = await owner.post('/keys/verify', { key: secret });
      expect(body).toMatchObject({ valid: false, code: 'DISABLED' });
    });

    it('200 refuses the old secret of a rotated key as well, and brings back both', async () => {
      const { key, secret: old } = await aKey(owner);
      const { secret } = (await owner.post(`/keys/${key.id}/rotate`, { overlapSeconds: 3_600 })).body;

      await disable(key.id);
      expect([await use(old), await use(secret)]).toEqual(['401 disabled', '401 disabled']);

      await enable(key.id);
      expect([await use(old), await use(secret)]).toEqual(['good', 'good']);
    });

    it('200 again: the position of the first time, and no second event', async () => {
      const { key } = await aKey(owner);
      const first = await disable(key.id);
      test.clock.advance(secondMs);

      const second = await disable(key.id);

      expect(second.status).toBe(200);
      expect(second.body.key).toEqual(first.body.key);
      expect(second.body.revocation.position).toBe(first.body.revocation.position);
      expect(await eventsOf(key.id)).toEqual(['key.generated', 'key.disabled']);
    });

    it('200 a second time after it was enabled, with a receipt of its own', async () => {
      const { key } = await aKey(owner);
      await disable(key.id);
      await enable(key.id);
      const later = await disable(key.id);

      expect((await disable(key.id)).body.revocation.position).toBe(later.body.revocation.position);
      expect(await eventsOf(key.id)).toEqual([
        'key.generated',
        'key.disabled',
        'key.enabled',
        'key.disabled',
      ]);
    });

    it('200 to ten at once: one event', async () => {
      const { key } = await aKey(owner);
      const answers = await Promise.all(Array.from({ length: 10 }, () => disable(key.id)));

      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(await eventsOf(key.id)).toEqual(['key.generated', 'key.disabled']);
    });

    it('200 without a step-up, whatever the policy asks for', async () => {
      const { key, secret } = await aKey(owner);
      await policy({
        stepUp: { generate: 'password', reveal: 'password', rotate: 'password', revoke: 'password' },
      });

      expect((await disable(key.id)).status).toBe(200);
      expect(await use(secret)).toBe('401 disabled');
    });

    it('409 key-revoked for one that has ended', async () => {
      const { key } = await aKey(owner);
      await owner.post(`/keys/${key.id}/revoke`);

      for (const answer of [await disable(key.id), await enable(key.id)])
        expect(answer).toMatchObject({ status: 409, body: { code: 'key-revoked' } });
    });

    it('404 of another company, 403 without the right', async () => {
      const company = await aCompany(test);
      const { client: reader } = await company.member('member');
      const { key, secret } = await aKey(company.owner);

      for (const act of [disable, enable]) {
        expect((await act(key.id, owner)).status).toBe(404);
        expect((await act(key.id, reader)).status).toBe(403);
      }
      expect(await use(secret)).toBe('good');
    });
  });

  describe('while it is disabled', () => {
    it('200 is listed with its status, and found by it', async () => {
      const [{ key: stopped }, { key: other }] = [await aKey(owner), await aKey(owner)];
      await disable(stopped.id);

      expect(await listed('status=disabled')).toEqual([stopped.id]);
      expect(await listed('status=active')).toEqual([other.id]);
      expect((await owner.get('/keys?status=disabled&count=true')).body.pagination.total).toBe(1);
    });

    it('200 can be changed and rotated, and stays disabled', async () => {
      const { key } = await aKey(owner);
      await disable(key.id);

      const renamed = await owner.patch(`/keys/${key.id}`, { name: 'Paused' });
      const rotated = await owner.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 });

      expect([renamed.body.key.status, rotated.body.key.status]).toEqual(['disabled', 'disabled']);
      expect(await use(rotated.body.secret)).toBe('401 disabled');
    });

    it('409 key-limit-reached: it counts, so that it can always be enabled', async () => {
      await policy({ maxActive: 1 });
      const { key } = await aKey(owner);
      await disable(key.id);

      const another = await owner.post('/keys', { kind: 'company', name: 'One more' });

      expect(another).toMatchObject({ status: 409, body: { code: 'key-limit-reached' } });
      expect((await enable(key.id)).body.key.status).toBe('active');
    });

    it('200 can be revoked', async () => {
      const { key, secret } = await aKey(owner);
      await disable(key.id);
      await owner.post(`/keys/${key.id}/revoke`);

      expect(await use(secret)).toBe('401 revoked');
    });
  });

  describe('POST /keys/{id}/enable', () => {
    it('200 works again at once', async () => {
      const { key, secret } = await aKey(owner);
      await disable(key.id);
      expect(await use(secret)).toBe('401 disabled');

      const answer = await enable(key.id);

      expect(answer).toMatchObject({
        status: 200,
        body: {
          key: { status: 'active', disabledAt: null },
          revocation: { position: expect.any(Number), effectiveEverywhere: true },
        },
      });
      expect(await use(secret)).toBe('good');
    });

    it('200 of one that is not disabled: no receipt, no event, no step-up', async () => {
      const { key } = await aKey(owner);
      await policy({ stepUp: { generate: 'password' } });

      const { status, body } = await enable(key.id);

      expect([status, body.key.status, body.revocation]).toEqual([200, 'active', undefined]);
      expect(await eventsOf(key.id)).toEqual(['key.generated']);
    });

    it('200 does not bring back a key whose kind is switched off', async () => {
      const { key, secret } = await aKey(owner);
      await disable(key.id);
      await policy({ enabled: false });

      expect((await enable(key.id)).body.key).toMatchObject({ status: 'disabled', disabledAt: null });
      expect(await use(secret)).toBe('401 disabled');
    });

    it('403 step-up-required where making a key asks for one', async () => {
      const { key, secret } = await aKey(owner);
      await disable(key.id);
      await policy({ stepUp: { generate: 'password' } });
      const refused = {
        status: 403,
        body: { code: 'step-up-required', factor: 'password', action: 'enable' },
      };

      expect(await enable(key.id)).toMatchObject(refused);
      for (const action of ['generate', 'revoke']) {
        const proved = await steppedUp(owner, { action, keyId: key.id });
        expect(await enable(key.id, proved)).toMatchObject(refused);
      }
      expect(await use(secret)).toBe('401 disabled');

      const proved = await steppedUp(owner, { action: 'enable', keyId: key.id });
      expect((await enable(key.id, proved)).status).toBe(200);
      expect(await use(secret)).toBe('good');
    });

    it('409 prerequisites-not-met without the factor that making a key asks for', async () => {
      const { key } = await aKey(owner);
      await disable(key.id);
      await policy({ stepUp: { generate: 'pin' } });

      expect(await enable(key.id)).toMatchObject({
        status: 409,
        body: { code: 'prerequisites-not-met', missing: ['pin'] },
      });
    });

    it('409 key-expired, until it has a later expiry', async () => {
      const { key, secret } = await aKey(owner, { expiresAt: inFuture(minuteMs) });
      await disable(key.id);
      test.clock.advance(minuteMs);
      expect(await enable(key.id)).toMatchObject({ status: 409, body: { code: 'key-expired' } });

      await owner.patch(`/keys/${key.id}`, { expiresAt: inFuture(hourMs) });
      expect(await use(secret)).toBe('401 disabled');
      expect((await enable(key.id)).body.key.status).toBe('active');
      expect(await use(secret)).toBe('good');
    });
  });
});
