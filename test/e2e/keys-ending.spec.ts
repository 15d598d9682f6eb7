import { aCompany, aKey, type Answer, type Client, startApp, type TestApp, crowd } from '../support';

const invoices = '/core/api/v1/sales_invoices';

describe('the end of a key', () => {
  let test: TestApp;
  let owner: Client;

  beforeAll(async () => {
    test = await startApp();
    ({ owner } = await aCompany(test));
  });
  afterAll(() => test.close());

  const revoke = (id: string, body?: object): Promise<Answer> => owner.post(`/keys/${id}/revoke`, body);

  const remove = (id: string): Promise<Answer> => owner.delete(`/keys/${id}`);

  async function eventsOf(id: string): Promise<string[]> {
    const { data } = (await owner.get(`/events?target=${id}`)).body as { data: { type: string }[] };
    return data.map(({ type }) => type).reverse();
  }

  async function listed(query = ''): Promise<string[]> {
    const { data } = (await owner.get(`/keys?limit=100${query}`)).body as { data: { id: string }[] };
    return data.map(({ id }) => id);
  }

  describe('POST /keys/{id}/revoke', () => {
    it('200 is in force with the answer, and the key stays in the list', async () => {
      const { key, secret } = await aKey(owner);
      const client = test.anyone.withKey(secret);
      expect((await client.get(invoices)).status).toBe(200);

      const answer = await revoke(key.id);

      expect(answer).toMatchObject({
        status: 200,
        body: {
          key: { id: key.id, status: 'revoked', revokedAt: test.clock.now().toISOString(), deletedAt: null },
          revocation: { position: expect.any(Number), effectiveEverywhere: true },
        },
      });
      expect(await client.get(invoices)).toMatchObject({ status: 401, body: { code: 'revoked' } });
      expect(await listed()).toContain(key.id);
    });

    it('200 notes the reason', async () => {
      const { key } = await aKey(owner);

      const { body } = await revoke(key.id, { reason: 'Leaked on a forum' });

      const { position } = body.revocation;
      expect(body.key.revokedReason).toBe('Leaked on a forum');
      expect((await owner.get(`/keys/${key.id}`)).body.revokedReason).toBe('Leaked on a forum');

      const [event] = (await owner.get(`/events?target=${key.id}&type=key.revoked`)).body.data;
      expect(event).toMatchObject({ position, data: { reason: 'Leaked on a forum' } });
    });

    it('200 again: the position of the first time, its moment, and no second event', async () => {
      const { key } = await aKey(owner);
      const first = await revoke(key.id);
      test.clock.advance(1_000);

      const second = await revoke(key.id, { reason: 'Once more' });

      expect(second.status).toBe(200);
      expect(second.body.revocation.position).toBe(first.body.revocation.position);
      expect(second.body.key).toEqual(first.body.key);
      expect(await eventsOf(key.id)).toEqual(['key.generated', 'key.revoked']);
    });

    it('200 to twenty at once: one position, one event', async () => {
      const { key } = await aKey(owner);

      const answers = await crowd(20, () => revoke(key.id));

      const seen = answers.map(({ status, body }) => `${status} at ${String(body.revocation?.position)}`);
      expect(new Set(seen).size).toBe(1);
      expect(seen[0]).toMatch(/^200 at \d+$/);
      expect(await eventsOf(key.id)).toEqual(['key.generated', 'key.revoked']);
    });

    it('ends that key only', async () => {
      const [lost, kept] = [await aKey(owner), await aKey(owner)];

      await revoke(lost.key.id);

      expect((await test.anyone.withKey(kept.secret).get(invoices)).status).toBe(200);
    });
  });

  describe('DELETE /keys/{id}', () => {
    it('200 revokes at once and hides, unless deleted keys are asked for; its id still finds it', async () => {
      const { key, secret } = await aKey(owner);
      const now = test.clock.now().toISOString();

      const answer = await remove(key.id);

      const gone = { id: key.id, status: 'revoked', revokedAt: now, deletedAt: now };
      expect(answer).toMatchObject({ status: 200, body: { key: gone, revocation: {} } });
      expect((await test.anyone.withKey(secret).get(invoices)).body.code).toBe('revoked');
      expect(await listed()).not.toContain(key.id);
      expect(await listed('&deleted=false')).not.toContain(key.id);
      expect(await listed('&deleted=true')).toContain(key.id);
      expect((await owner.get(`/keys/${key.id}`)).body).toMatchObject(gone);
    });

    it('200 again: the same position and no further event', async () => {
      const { key } = await aKey(owner);
      const first = await remove(key.id);
      test.clock.advance(1_000);

      for (const again of [await remove(key.id), await revoke(key.id)]) {
        expect(again.status).toBe(200);
        expect(again.body.key).toEqual(first.body.key);
        expect(again.body.revocation.position).toBe(first.body.revocation.position);
      }
      expect(await eventsOf(key.id)).toEqual(['key.generated', 'key.revoked', 'key.deleted']);
    });

    it('200 hides a key that was revoked before, and keeps when that was', async () => {
      const { key } = await aKey(owner);
      const revoked = await revoke(key.id);
      test.clock.advance(1_000);

      const deleted = await remove(key.id);

      expect(deleted.body.key.revokedAt).toBe(revoked.body.key.revokedAt);
      expect(deleted.body.key.deletedAt).toBe(test.clock.now().toISOString());
      expect(deleted.body.revocation.position).toBe(revoked.body.revocation.position);
      expect(await eventsOf(key.id)).toEqual(['key.generated', 'key.revoked', 'key.deleted']);
    });
  });

  describe('PATCH /keys/{id}', () => {
    it('200 renames; what is not named stays', async () => {
      const { key } = await aKey(owner, { expiresAt: '2027-01-01' });

      const answer = await owner.patch(`/keys/${key.id}`, { name: '  Web shop ' });

      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ revocation: { position: expect.any(Number) } });
      expect(answer.body.key).toEqual({ ...key, name: 'Web shop' });
      expect(await eventsOf(key.id)).toEqual(['key.generated', 'key.updated']);
    });

    it('clears the name with null only where the policy lets it', async () => {
      const { key } = await aKey(owner);
      const clear = (): Promise<Answer> => owner.patch(`/keys/${key.id}`, { name: null });
      const require = (nameRequired: boolean): Promise<Answer> =>
        owner.patch('/settings', { keys: { company: { nameRequired } } });

      expect(await clear()).toMatchObject({ status: 422, body: { errors: [{ pointer: '/name' }] } });
      await require(false);
      expect((await clear()).body.key.name).toBeNull();
      await require(true);
    });

    it.each<[string, (id: string) => Promise<Answer>]>([
      ['revoked', revoke],
      ['deleted', remove],
    ])('409 key-revoked changes nothing of a key that was %s', async (_, end) => {
      const { key } = await aKey(owner);
      await end(key.id);

      for (const patch of [{ name: 'Renamed' }, { expiresAt: '2027-01-01' }, {}]) {
        expect(await owner.patch(`/keys/${key.id}`, patch)).toMatchObject({
          status: 409,
          body: { code: 'key-revoked' },
        });
      }
      expect((await owner.get(`/keys/${key.id}`)).body).toMatchObject({
        name: 'Integration',
        expiresAt: null,
      });
    });

    it('422 for what the policy forbids comes before 409 for what the key is', async () => {
      const { key } = await aKey(owner);
      await revoke(key.id);

      expect((await owner.patch(`/keys/${key.id}`, { expiresAt: '2020-01-01' })).status).toBe(422);
    });
  });
});
