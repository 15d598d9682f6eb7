import { minuteMs, secondMs } from '../../src/platform';
import { aCompany, aKey, type Client, startApp, type TestApp, type TestCompany } from '../support';

const invoices = '/core/api/v1/sales_invoices';

describe('GET /keys', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  /** A company with keys of these names, the last one newest. */
  async function aCompanyWith(
    ...names: string[]
  ): Promise<TestCompany & { ids: string[]; secrets: string[] }> {
    const company = await aCompany(test);
    const ids: string[] = [];
    const secrets: string[] = [];
    for (const name of names) {
      test.clock.advance(secondMs);
      const { key, secret } = await aKey(company.owner, { name });
      ids.push(key.id);
      secrets.push(secret);
    }
    return { ...company, ids, secrets };
  }

  async function namesIn(client: Client, query: string): Promise<string[]> {
    const { data } = (await client.get(`/keys?${query}`)).body as { data: { name: string }[] };
    return data.map(({ name }) => name);
  }

  describe('pages', () => {
    it('200 go from the newest to the oldest, each key once, and end', async () => {
      const { owner } = await aCompanyWith('a', 'b', 'c', 'd', 'e');

      const first = (await owner.get('/keys?limit=2')).body;
      const second = (await owner.get(`/keys?limit=2&cursor=${first.pagination.cursor}`)).body;
      const third = (await owner.get(`/keys?limit=2&cursor=${second.pagination.cursor}`)).body;

      expect(first.data).toMatchObject([{ name: 'e' }, { name: 'd' }]);
      expect(second.data).toMatchObject([{ name: 'c' }, { name: 'b' }]);
      expect(third.data).toMatchObject([{ name: 'a' }]);
      expect(first.pagination.hasMore).toBe(true);
      expect(third.pagination).toEqual({ cursor: null, hasMore: false });
    });

    it('200 count what matches on all pages, where that is asked for', async () => {
      const { owner, ids } = await aCompanyWith('a', 'b', 'c', 'd', 'e');
      await owner.post(`/keys/${ids[0]}/revoke`);
      await owner.delete(`/keys/${ids[1]}`);
      await aKey((await aCompany(test)).owner);
      const pageOf = async (query: string) => (await owner.get(`/keys?limit=1${query}`)).body.pagination;

      const { cursor, total } = await pageOf('&count=true');
      expect(total).toBe(4);
      expect((await pageOf(`&count=true&cursor=${cursor}`)).total).toBe(4);
      expect((await pageOf('&count=true&deleted=true')).total).toBe(5);
      expect((await pageOf('&count=true&deleted=true&status=revoked')).total).toBe(2);
      expect((await pageOf('&count=true&q=c')).total).toBe(1);
      expect(await pageOf('')).not.toHaveProperty('total');
      expect((await owner.get('/keys?count=1')).status).toBe(422);
    });

    it('200 do not move when a key is made meanwhile', async () => {
      const { owner } = await aCompanyWith('a', 'b', 'c');
      const { cursor } = (await owner.get('/keys?limit=1')).body.pagination;

      test.clock.advance(secondMs);
      await aKey(owner, { name: 'new' });

      expect(await namesIn(owner, `limit=2&cursor=${cursor}`)).toEqual(['b', 'a']);
    });

    it('200 keep to the filter', async () => {
      const { owner, ids } = await aCompanyWith('a', 'b', 'c');
      await owner.post(`/keys/${ids[1]}/revoke`);

      const { data, pagination } = (await owner.get('/keys?limit=1&status=active')).body;

      expect(data[0].name).toBe('c');
      expect(await namesIn(owner, `status=active&cursor=${pagination.cursor}`)).toEqual(['a']);
    });

    it('200 say that there is no more when the last one is just full', async () => {
      const { owner } = await aCompanyWith('a', 'b');
      expect((await owner.get('/keys?limit=2')).body.pagination).toEqual({ cursor: null, hasMore: false });
    });

    it('200 of another company are not reached with its cursor', async () => {
      const theirs = await aCompanyWith('x', 'y');
      const { cursor } = (await theirs.owner.get('/keys?limit=1')).body.pagination;
      const mine = await aCompany(test);

      expect(await namesIn(mine.owner, `cursor=${cursor}`)).toEqual([]);
    });

    it.each([
      ['limit=0', '/limit'],
      ['limit=101', '/limit'],
      ['limit=ten', '/limit'],
      ['limit=1&limit=2', '/limit'],
      ['cursor=', '/cursor'],
      ['cursor=junk', '/cursor'],
      ['cursor=%00', '/cursor'],
      [`cursor=${Buffer.from('not an id').toString('base64url')}`, '/cursor'],
      ['kind=secret', '/kind'],
      ['status=gone', '/status'],
      ['deleted=yes', '/deleted'],
      ['q=', '/q'],
      [`q=${'x'.repeat(101)}`, '/q'],
      ['surprise=1', '/surprise'],
    ])('422 refuse %s', async (query, pointer) => {
      const { owner } = await aCompany(test);
      expect(await owner.get(`/keys?${query}`)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer }] },
      });
    });
  });

  describe('filters', () => {
    it('200 by status, each key under one', async () => {
      const { owner, ids } = await aCompanyWith('active', 'revoked', 'deleted');
      const expiresAt = new Date(test.clock.now().getTime() + minuteMs).toISOString();
      await aKey(owner, { name: 'expired', expiresAt });
      test.clock.advance(minuteMs);
      await owner.post(`/keys/${ids[1]}/revoke`);
      await owner.delete(`/keys/${ids[2]}`);

      for (const status of ['active', 'revoked', 'expired'])
        expect(await namesIn(owner, `status=${status}`)).toEqual([status]);
      for (const status of ['disabled', 'suspended'])
        expect(await namesIn(owner, `status=${status}`)).toEqual([]);
      expect(await namesIn(owner, 'status=revoked&deleted=true')).toEqual(['deleted', 'revoked']);

      await owner.patch('/settings', { keys: { company: { enabled: false } } });
      expect(await namesIn(owner, 'status=disabled')).toEqual(['active']);
      expect(await namesIn(owner, 'status=active')).toEqual([]);
    });

    it('200 by kind', async () => {
      const { owner } = await aCompanyWith('a');
      expect(await namesIn(owner, 'kind=company')).toEqual(['a']);
      expect(await namesIn(owner, 'kind=product')).toEqual([]);
    });

    it('403 by a kind one may not read', async () => {
      const { member } = await aCompany(test);
      const { client } = await member('system-administrator');
      expect((await client.get('/keys?kind=product')).body.code).toBe('forbidden');
    });

    it.each([
      ['toko', ['TOKO', 'Toko Melati', 'toko']],
      ['TOKO', ['TOKO', 'Toko Melati', 'toko']],
      ['ｔｏｋｏ', ['TOKO', 'Toko Melati', 'toko']],
      ['toko m', ['Toko Melati']],
      ['Melati', ['Toko Melati']],
      ['%', ['%']],
      ['_', []],
      ['é', ['École']],
      ['e', ['École']],
      ["'", []],
    ])('200 by the beginning of a word of the name %j', async (q, names) => {
      const { owner } = await aCompanyWith('toko', 'Toko Melati', 'TOKO', '%', 'École');
      expect(await namesIn(owner, `q=${encodeURIComponent(q)}`)).toEqual(names);
    });

    it('200 by the beginning of the key, as far as lists show it', async () => {
      const { owner, secrets } = await aCompanyWith('a', 'b');

      expect(await namesIn(owner, `q=${secrets[0]?.slice(0, 10)}`)).toEqual(['a']);
      expect(await namesIn(owner, 'q=kunci_')).toEqual(['b', 'a']);
      expect(await namesIn(owner, `q=${secrets[0]?.slice(0, 11)}`)).toEqual([]);
    });
  });

  describe('lastUsedAt', () => {
    it('is null until the key was used, and then when that was last', async () => {
      const { owner, secrets } = await aCompanyWith('used', 'unused');
      const client = test.anyone.withKey(secrets[0] ?? '');
      const lastUses = async (): Promise<unknown> => {
        await test.settle();
        const { data } = (await owner.get('/keys')).body as { data: { lastUsedAt: string | null }[] };
        return data.map(({ lastUsedAt }) => lastUsedAt);
      };
      expect(await lastUses()).toEqual([null, null]);

      test.clock.advance(minuteMs);
      await client.get(invoices);
      expect(await lastUses()).toEqual([null, test.clock.now().toISOString()]);
      test.clock.advance(minuteMs);
      await client.get(invoices);
      expect(await lastUses()).toEqual([null, test.clock.now().toISOString()]);
    });

    it('does not count what was refused', async () => {
      const { owner } = await aCompany(test);
      const { key, secret } = await aKey(owner, { permissions: [] });

      await test.anyone.withKey(secret).get(invoices);
      await test.anyone.withBasic('somebody-else', secret).get('/core/api/v1/me');
      await owner.patch('/settings', { keys: { company: { enabled: false } } });
      await test.anyone.withKey(secret).get('/core/api/v1/me');
      await test.settle();

      expect((await owner.get(`/keys/${key.id}`)).body.lastUsedAt).toBeNull();
    });
  });

  describe('lastUsed', () => {
    const at = () => test.clock.now().toISOString();
    const lastUseOf = async (owner: Client, id: string): Promise<unknown> => {
      await test.settle();
      return (await owner.get(`/keys/${id}`)).body.lastUsed;
    };

    it('tells from where, with what and on which route, without what was typed', async () => {
      const { owner } = await aCompany(test);
      const { key, secret } = await aKey(owner, { permissions: ['sales-invoices:read'] });
      const client = test.anyone.withKey(secret).with({ 'user-agent': 'till/1' });
      const use = { address: '127.0.0.1', userAgent: 'till/1' };

      await client.get('/core/api/v1/me');
      expect(await lastUseOf(owner, key.id)).toEqual({ ...use, at: at(), route: 'GET /api/v1/me' });
      test.clock.advance(minuteMs);
      await client.get(`/sales_invoices/${key.id}?typed=1`);
      expect(await lastUseOf(owner, key.id)).toEqual({
        ...use,
        at: at(),
        route: 'GET /api/v1/sales_invoices/:id',
      });
    });

    it('tells what another service says that asked about it', async () => {
      const { owner } = await aCompany(test);
      const { key, secret } = await aKey(owner);

      await owner.post('/keys/verify', { key: secret, address: '203.0.113.9' });

      const use = { at: at(), address: '203.0.113.9', userAgent: null, route: null };
      expect(await lastUseOf(owner, key.id)).toEqual(use);
    });
  });

  describe('createdBy', () => {
    it.each<[string, (owner: Client, id: string) => Promise<unknown>]>([
      ['left', (owner, id) => owner.delete(`/users/${id}`)],
      ['was deactivated', (owner, id) => owner.patch(`/users/${id}`, { active: false })],
    ])('still names who %s, as no longer active, and the key lives on', async (_, end) => {
      const { owner, member } = await aCompany(test);
      const maker = await member('system-administrator');
      const { key, secret } = await aKey(maker.client);
      const { id, username } = maker;
      const createdBy = { type: 'user', id, name: username, username };
      expect((await owner.get('/keys')).body.data[0].createdBy).toEqual({ ...createdBy, active: true });

      await end(owner, maker.id);

      expect((await owner.get('/keys')).body.data[0].createdBy).toEqual({ ...createdBy, active: false });
      expect((await owner.get(`/keys/${key.id}`)).body.createdBy.active).toBe(false);
      expect((await test.anyone.withKey(secret).get(invoices)).status).toBe(200);
    });
  });
});
