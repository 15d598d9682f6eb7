import { minuteMs } from '../../src/platform';
import { aCompany, aKey, type Answer, type Client, startApp, type TestApp, crowd } from '../support';

describe('maxActive', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  /** Of a company that may have so many keys. */
  async function anOwner(maxActive: number): Promise<Client> {
    const { owner } = await aCompany(test);
    await setLimit(owner, maxActive);
    return owner;
  }

  const setLimit = (owner: Client, maxActive: number): Promise<Answer> =>
    owner.patch('/settings', { keys: { company: { maxActive } } });

  const make = (owner: Client): Promise<Answer> => owner.post('/keys', { kind: 'company', name: 'New' });

  const soon = (): string => new Date(test.clock.now().getTime() + minuteMs).toISOString();

  const limitReached = { status: 409, body: { code: 'key-limit-reached' } };

  async function activeKeys(owner: Client): Promise<number> {
    const { data } = (await owner.get('/keys?status=active&limit=100')).body as { data: unknown[] };
    return data.length;
  }

  describe('POST /keys', () => {
    it('409 refuses one too many, and says how many there may be', async () => {
      const owner = await anOwner(2);
      await aKey(owner);
      await aKey(owner);

      expect(await make(owner)).toMatchObject({ ...limitReached, body: { maxActive: 2 } });
      expect(await activeKeys(owner)).toBe(2);
    });

    it.each<[string, (owner: Client, id: string) => Promise<unknown>]>([
      ['revoked', (owner, id) => owner.post(`/keys/${id}/revoke`)],
      ['deleted', (owner, id) => owner.delete(`/keys/${id}`)],
      ['expired', async () => test.clock.advance(minuteMs)],
    ])('201 does not count a key that was %s', async (_, end) => {
      const owner = await anOwner(1);
      const { key } = await aKey(owner, { expiresAt: soon() });
      expect((await make(owner)).status).toBe(409);

      await end(owner, key.id);

      expect((await make(owner)).status).toBe(201);
      expect(await make(owner)).toMatchObject(limitReached);
    });

    it('201 does not count the keys of another company', async () => {
      const [mine, theirs] = [await anOwner(1), await anOwner(1)];
      await aKey(theirs);
      expect((await make(mine)).status).toBe(201);
    });

    it('409 counts what the policy allows now, and takes no key away', async () => {
      const owner = await anOwner(3);
      for (let number = 0; number < 3; number += 1) await aKey(owner);

      await setLimit(owner, 1);

      expect(await activeKeys(owner)).toBe(3);
      expect(await make(owner)).toMatchObject(limitReached);
    });

    it('makes exactly three of twenty that are asked for at once', async () => {
      const owner = await anOwner(3);

      const answers = await crowd(20, () => make(owner));

      const codes = answers.map(({ status, body }) => `${status} ${String(body.code)}`).sort();
      expect(codes).toEqual([
        ...Array.from({ length: 3 }, () => '201 undefined'),
        ...Array.from({ length: 17 }, () => '409 key-limit-reached'),
      ]);
      expect(await activeKeys(owner)).toBe(3);
    });
  });

  describe('PATCH /keys/{id}', () => {
    const extend = (owner: Client, id: string): Promise<Answer> =>
      owner.patch(`/keys/${id}`, { expiresAt: soon() });

    /** Expired keys of a company that is still allowed as many. */
    async function expiredKeys(owner: Client, count: number): Promise<string[]> {
      const ids: string[] = [];
      for (let number = 0; number < count; number += 1)
        ids.push((await aKey(owner, { expiresAt: soon() })).key.id);
      test.clock.advance(minuteMs);
      return ids;
    }

    it('409 does not bring back an expired key that would be one too many', async () => {
      const owner = await anOwner(1);
      const [id = ''] = await expiredKeys(owner, 1);
      await aKey(owner);

      expect(await extend(owner, id)).toMatchObject(limitReached);
      expect((await owner.get(`/keys/${id}`)).body.status).toBe('expired');
    });

    it('200 brings it back when there is room', async () => {
      const owner = await anOwner(1);
      const [id = ''] = await expiredKeys(owner, 1);

      expect((await extend(owner, id)).body.key.status).toBe('active');
      expect(await make(owner)).toMatchObject(limitReached);
    });

    it('200 renames and extends the keys that count already, also at the limit', async () => {
      const owner = await anOwner(1);
      const [expired = ''] = await expiredKeys(owner, 1);
      const { key } = await aKey(owner);

      expect((await owner.patch(`/keys/${expired}`, { name: 'Renamed' })).status).toBe(200);
      expect((await extend(owner, key.id)).status).toBe(200);
    });

    it('409 kind-disabled brings none back while the kind is switched off', async () => {
      const owner = await anOwner(1);
      const [id = ''] = await expiredKeys(owner, 1);
      await owner.patch('/settings', { keys: { company: { enabled: false } } });

      expect(await extend(owner, id)).toMatchObject({ status: 409, body: { code: 'kind-disabled' } });
    });

    it('brings back exactly one of five that are extended at once', async () => {
      const owner = await anOwner(5);
      const ids = await expiredKeys(owner, 5);
      await setLimit(owner, 1);

      const answers = await Promise.all(ids.map((id) => extend(owner, id)));

      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
      expect(await activeKeys(owner)).toBe(1);
    });
  });
});
