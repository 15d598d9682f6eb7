import { aCompany, type Client, startApp, type TestApp, type TestCompany, type TestMember } from '../support';

const zeroId = '00000000-0000-7000-8000-000000000000';

let test: TestApp;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

/** Everyone in the list, page by page, as a client would read it. */
async function walk(client: Client, limit: number): Promise<{ names: string[]; pages: number }> {
  const names: string[] = [];
  let cursor: string | null = null;
  for (let pages = 1; ; pages += 1) {
    const page = await client.get(`/users?limit=${limit}${cursor === null ? '' : `&cursor=${cursor}`}`);
    if (page.status !== 200) throw new Error(JSON.stringify(page.body));
    const members: { username: string }[] = page.body.data;
    names.push(...members.map(({ username }) => username));
    cursor = page.body.pagination.cursor;
    expect(page.body.pagination.hasMore).toBe(cursor !== null);
    if (cursor === null) return { names, pages };
  }
}

/** People with these usernames, who are invited and never sign in here. */
async function join(company: TestCompany, ...usernames: string[]): Promise<void> {
  for (const username of usernames) {
    const invited = await company.owner.post('/users', { username, roles: [] });
    if (invited.status !== 201) throw new Error(JSON.stringify(invited.body));
  }
}

describe('the list of members', () => {
  it('200 pages through all of them by username, each once', async () => {
    const company = await aCompany(test);
    const [owner] = (await walk(company.owner, 100)).names;
    const others = ['budi@x.test', 'Äpfel', 'zoë', 'ani', 'ani2', 'ани', '日本語'].map((name) =>
      name.toLowerCase(),
    );
    await join(company, ...others);
    const all = [...others, owner ?? ''].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

    expect(await walk(company.owner, 3)).toEqual({ names: all, pages: 3 });
    expect(await walk(company.owner, 8)).toEqual({ names: all, pages: 1 });
    expect((await walk(company.owner, 1)).names).toEqual(all);
  });

  it('200 goes on past the longest usernames there can be', async () => {
    const company = await aCompany(test);
    const longest = ['ы'.repeat(254), 'ไ'.repeat(254)];
    await join(company, ...longest);

    expect((await walk(company.owner, 1)).names).toEqual(expect.arrayContaining(longest));
  });

  it('200 shows who they are and what roles they have', async () => {
    const company = await aCompany(test);
    const member = await company.member('member', 'api-key-sign-in');
    const page = await company.owner.get('/users');

    expect(page.body).toEqual({
      data: expect.arrayContaining([
        {
          id: member.id,
          username: member.username,
          status: 'active',
          roles: [
            { id: company.roleIds.get('api-key-sign-in'), name: 'API Key Sign In', system: true },
            { id: company.roleIds.get('member'), name: 'Member', system: true },
          ],
          createdAt: test.clock.now().toISOString(),
        },
      ]),
      pagination: { cursor: null, hasMore: false },
    });
  });

  it('200 shows a custom role as no system role', async () => {
    const company = await aCompany(test);
    const { body: clerk } = await company.owner.post('/roles', { name: 'Clerk', permissions: [] });
    const member = await company.member();
    await company.owner.put(`/users/${member.id}/roles`, { roles: [clerk.id] });

    expect((await company.owner.get(`/users/${member.id}`)).body.roles).toEqual([
      { id: clerk.id, name: 'Clerk', system: false },
    ]);
  });

  it.each([
    ['limit=0', '/limit'],
    ['limit=101', '/limit'],
    ['limit=ten', '/limit'],
    ['limit=2&limit=3', '/limit'],
    ['cursor=', '/cursor'],
    ['cursor=%00', '/cursor'],
    ['cursor=Zh', '/cursor'],
    ['offset=2', '/offset'],
  ])('422 points at what is wrong with ?%s', async (query, pointer) => {
    const { owner } = await company();
    expect(await owner.get(`/users?${query}`)).toMatchObject({
      status: 422,
      body: { code: 'validation-failed', errors: [{ pointer }] },
    });
  });

  let shared: TestCompany | undefined;
  async function company(): Promise<TestCompany> {
    shared ??= await aCompany(test);
    return shared;
  }
});

describe('one member', () => {
  let company: TestCompany;
  let member: TestMember;

  beforeAll(async () => {
    company = await aCompany(test);
    member = await company.member('member');
  });

  it('200 is as in the list', async () => {
    const one = await company.owner.get(`/users/${member.id}`);
    const { data } = (await company.owner.get('/users')).body;

    expect(one).toMatchObject({ status: 200, body: { id: member.id, username: member.username } });
    expect(data).toContainEqual(one.body);
  });

  it('404 alike for a stranger, an unknown id and a malformed one', async () => {
    const stranger = await aCompany(test);
    const ids = [stranger.ownerId, zeroId, member.id.toUpperCase(), '0', 'me', "'", '%00', `${member.id}%20`];
    const answers = await Promise.all(ids.map((id) => company.owner.get(`/users/${id}`)));

    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 404));
    expect(new Set(answers.map(({ body }) => JSON.stringify({ ...body, requestId: null }))).size).toBe(1);
  });

  it('404 for every change of a stranger, who stays as they are', async () => {
    const stranger = await aCompany(test);
    const path = `/users/${stranger.ownerId}`;

    expect((await company.owner.patch(path, { active: false })).status).toBe(404);
    expect((await company.owner.put(`${path}/roles`, { roles: [] })).status).toBe(404);
    expect((await company.owner.delete(path)).status).toBe(404);
    expect((await stranger.owner.get(path)).body).toMatchObject({
      status: 'active',
      roles: [{ name: 'Owner' }],
    });
  });

  it('never shows a password, in whatever form', async () => {
    const answers = [await company.owner.get('/users'), await company.owner.get(`/users/${member.id}`)];
    expect(JSON.stringify(answers)).not.toMatch(/password|argon|\$m=/i);
  });
});
