import { aCompany, aKey, type Client, startApp, type TestApp, type TestCompany } from '../support';
import { someoneWith } from '../support/someone-with';

let test: TestApp;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp();
});
beforeEach(async () => {
  company = await aCompany(test);
  await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
});
afterAll(() => test.close());

async function history(of: Client, { id }: { readonly id: string }, query = '') {
  const { status, body } = await of.get(`/keys/${id}/events?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

describe('GET /keys/{id}/events', () => {
  it('200 tells the owner of a key what was done to it and by whom, without the right to read the audit trail', async () => {
    const { client: me } = await company.member('api-key-generate');
    const { key } = await aKey(me, { kind: 'personal', name: 'Mine' });
    await aKey(me, { kind: 'personal', name: 'Another' });
    await company.owner.post(`/keys/${key.id}/revoke`, { reason: 'Published' });

    const { data } = await history(me, key);
    expect((await me.get('/events')).status).toBe(403);
    expect(data).toMatchObject([
      { type: 'key.revoked', actor: { id: company.ownerId }, data: { reason: 'Published' } },
      { type: 'key.generated', data: { name: 'Mine' } },
    ]);
    expect(data.every(({ target }: { target: object }) => Object.values(target).includes(key.id))).toBe(true);
  });

  it('200 by pages, the newest first', async () => {
    const { key } = await aKey(company.owner);
    await company.owner.patch(`/keys/${key.id}`, { name: 'Renamed' });
    const first = await history(company.owner, key, 'limit=1');
    const second = await history(company.owner, key, `limit=1&cursor=${first.pagination.cursor}`);

    const types = [first, second].map(({ data }) => data.map(({ type }: { type: string }) => type));
    expect(types).toEqual([['key.updated'], ['key.generated']]);
    expect(second.pagination.hasMore).toBe(false);
  });

  it('200 to somebody who may read the key and the audit trail, and 403 without the audit trail', async () => {
    const { key } = await aKey(company.owner, { kind: 'company' });
    const { client: reader } = await someoneWith(company, 'keys.company:read');
    const { client: auditor } = await someoneWith(company, 'keys.company:read', 'events:read');

    expect((await history(auditor, key)).data).toMatchObject([{ type: 'key.generated' }]);
    expect(await reader.get(`/keys/${key.id}/events`)).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });

  it('404 for the personal key of somebody else, and for the key of another company', async () => {
    const { client: me } = await company.member('api-key-generate');
    const { client: other } = await company.member('api-key-generate');
    const { key } = await aKey(me, { kind: 'personal' });
    const stranger = await aCompany(test);

    expect((await other.get(`/keys/${key.id}/events`)).status).toBe(404);
    expect((await stranger.owner.get(`/keys/${key.id}/events`)).status).toBe(404);
  });

  it('422 refuses a filter: the trail has those', async () => {
    const { key } = await aKey(company.owner);
    const { status, body } = await company.owner.get(`/keys/${key.id}/events?target=x`);
    expect([status, body.errors[0].pointer]).toEqual([422, '/target']);
  });
});
