import {
  aCompany,
  aUser,
  password,
  startApp,
  type TestApp,
  type TestCompany,
  type TestMember,
} from '../support';

const minuteMs = 60_000;
const nobody = '01900000-0000-7000-8000-000000000000';

describe('sessions of one’s own', () => {
  let test: TestApp;
  let company: TestCompany;
  let me: TestMember;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    company = await aCompany(test);
    me = await company.member('member');
  });

  const list = async (client = me.client): Promise<{ id: string; current: boolean }[]> =>
    (await client.get('/me/sessions')).body.data;

  describe('GET /me/sessions', () => {
    it('200 shows where one is signed in, newest first', async () => {
      const began = test.clock.now().toISOString();
      test.clock.advance(5 * minuteMs);
      const phone = await test.anyone.with({ 'user-agent': 'Phone/1' }).signIn(me.username, password);

      const answer = await phone.get('/me/sessions');
      const { id, slug, name } = company;
      const now = test.clock.now().toISOString();
      expect(answer.status).toBe(200);
      expect(answer.body.pagination).toEqual({ cursor: null, hasMore: false });
      expect(answer.body.data).toEqual([
        {
          id: expect.any(String),
          current: true,
          createdAt: now,
          lastSeenAt: now,
          address: '127.0.0.1',
          userAgent: 'Phone/1',
          company: { id, name, slug },
        },
        expect.objectContaining({ current: false, createdAt: began, lastSeenAt: began }),
      ]);
    });

    it('200 knows when each was seen, to the minute', async () => {
      test.clock.advance(10 * minuteMs);
      await me.client.get('/me');
      const [row] = (await me.client.get('/me/sessions')).body.data;
      expect(row.lastSeenAt).toBe(test.clock.now().toISOString());
    });

    it('200 leaves out those that are over, and those of others', async () => {
      const gone = await test.anyone.signIn(me.username, password);
      await gone.delete('/sessions/current');
      await test.anyone.signIn(me.username, password);
      await company.member('member');
      test.clock.advance(20 * minuteMs);
      await me.client.get('/me');
      expect(await list()).toHaveLength(2);
      test.clock.advance(11 * minuteMs);
      expect(await list()).toMatchObject([{ current: true }]);
    });

    it('200 pages', async () => {
      for (let at = 0; at < 4; at += 1) await test.anyone.signIn(me.username, password);
      const first = await me.client.get('/me/sessions?limit=3');
      const { cursor } = first.body.pagination;
      const second = await me.client.get(`/me/sessions?limit=3&cursor=${cursor}`);
      expect(second.body.pagination).toEqual({ cursor: null, hasMore: false });
      const ids = [...first.body.data, ...second.body.data].map((row: { id: string }) => row.id);
      expect(ids).toEqual([...new Set(ids)].sort().reverse());
      expect(ids).toHaveLength(5);
    });

    it('200 without a company for someone who is in none', async () => {
      const { username } = await aUser(test);
      const client = await test.anyone.signIn(username, password);
      expect(await list(client)).toMatchObject([{ current: true, company: null }]);
    });

    it('200 never shows a token', async () => {
      const answer = await me.client.get('/me/sessions');
      expect(JSON.stringify(answer.body)).not.toMatch(/token|hash/i);
    });

    it('422 for an odd query; 401 without credentials; 403 with a key', async () => {
      expect((await me.client.get('/me/sessions?limit=0')).status).toBe(422);
      expect((await me.client.get('/me/sessions?cursor=x')).status).toBe(422);
      expect((await me.client.get('/me/sessions?userId=1')).status).toBe(422);
      expect((await test.anyone.get('/me/sessions')).status).toBe(401);
      const made = await company.owner.post('/keys', { kind: 'company', name: 'Integration' });
      expect((await test.anyone.withKey(made.body.secret).get('/me/sessions')).status).toBe(403);
    });
  });

  describe('DELETE /me/sessions/{id}', () => {
    it('204 signs out there, at once and only there', async () => {
      const phone = await test.anyone.signIn(me.username, password);
      const tablet = await test.anyone.signIn(me.username, password);
      const id = (await list(phone)).find(({ current }) => current)?.id ?? '';
      expect(await me.client.delete(`/me/sessions/${id}`)).toMatchObject({ status: 204, body: '' });
      expect((await phone.get('/me')).status).toBe(401);
      expect((await tablet.get('/me')).status).toBe(200);
      expect((await me.client.delete(`/me/sessions/${id}`)).status).toBe(404);
    });

    it('204 for the one that asks, too', async () => {
      const [current] = await list();
      expect((await me.client.delete(`/me/sessions/${current?.id ?? ''}`)).status).toBe(204);
      expect((await me.client.get('/me')).status).toBe(401);
    });

    it('404 for another’s session, which goes on: to a colleague and to an Owner', async () => {
      const other = await company.member('member');
      const [theirs] = await list(other.client);
      const path = `/me/sessions/${theirs?.id ?? ''}`;
      const refused = await me.client.delete(path);
      expect(refused).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect((await company.owner.delete(path)).status).toBe(404);
      expect((await other.client.get('/me')).status).toBe(200);
    });

    it.each([nobody, '0', 'current', '%27%20OR%201=1', nobody.toUpperCase()])('404 for %s', async (id) => {
      expect((await me.client.delete(`/me/sessions/${id}`)).status).toBe(404);
    });

    it('403 csrf for another site; 401 without credentials', async () => {
      const [current] = await list();
      const path = `/me/sessions/${current?.id ?? ''}`;
      const foreign = me.client.with({ 'sec-fetch-site': 'cross-site' });
      expect(await foreign.delete(path)).toMatchObject({ status: 403, body: { code: 'csrf' } });
      expect((await test.anyone.delete(path)).status).toBe(401);
    });
  });
});
