import { aCompany, type Answer, type Client, startApp, type TestApp, type TestCompany } from '../support';

/** The ways to lose an Owner. */
const acts: [string, (client: Client, userId: string) => Promise<Answer>][] = [
  ['removed', (client, id) => client.delete(`/users/${id}`)],
  ['deactivated', (client, id) => client.patch(`/users/${id}`, { active: false })],
  ['demoted', (client, id) => client.put(`/users/${id}/roles`, { roles: [] })],
];

interface Member {
  readonly id: string;
  readonly status: string;
  readonly roles: readonly { readonly name: string }[];
}

let test: TestApp;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

/** The ids of the active Owners, as somebody who outlives them reads it. */
async function activeOwners(reader: Client): Promise<string[]> {
  const members: Member[] = (await reader.get('/users')).body.data;
  return members
    .filter(({ status, roles }) => status === 'active' && roles.some(({ name }) => name === 'Owner'))
    .map(({ id }) => id);
}

describe('the last active Owner', () => {
  let company: TestCompany;

  beforeEach(async () => {
    company = await aCompany(test);
  });

  it.each(acts)('409 cannot be %s, not even by themselves', async (_, act) => {
    expect(await act(company.owner, company.ownerId)).toMatchObject({
      status: 409,
      body: { code: 'last-owner' },
    });

    expect((await company.owner.get(`/users/${company.ownerId}`)).body).toMatchObject({
      status: 'active',
      roles: [{ name: 'Owner' }],
    });
    expect((await company.owner.get(`/events?target=${company.ownerId}`)).body.data).toEqual([]);
  });

  it.each(acts)('409 cannot be %s while the only other Owner is deactivated', async (_, act) => {
    const second = await company.member('owner');
    await company.owner.patch(`/users/${second.id}`, { active: false });

    expect(await act(company.owner, company.ownerId)).toMatchObject({
      status: 409,
      body: { code: 'last-owner' },
    });
    expect((await company.owner.get('/users')).status).toBe(200);
  });

  it.each(acts)('200 can be %s as soon as there is another, who then is the last', async (_, act) => {
    const second = await company.member('owner');

    expect((await act(company.owner, company.ownerId)).status).toBe(200);
    expect(await activeOwners(second.client)).toEqual([second.id]);
    expect((await act(second.client, second.id)).body.code).toBe('last-owner');
  });

  it('200 may take other roles beside, or lose those', async () => {
    const owner = company.roleIds.get('owner') ?? '';
    const admin = company.roleIds.get('admin') ?? '';
    const path = `/users/${company.ownerId}/roles`;

    expect((await company.owner.put(path, { roles: [owner, admin] })).status).toBe(200);
    expect((await company.owner.put(path, { roles: [owner] })).status).toBe(200);
    expect((await company.owner.put(path, { roles: [admin] })).body.code).toBe('last-owner');
  });

  it('409 is the last although other companies have Owners', async () => {
    await aCompany(test);
    expect((await company.owner.delete(`/users/${company.ownerId}`)).body.code).toBe('last-owner');
  });
});

describe('two Owners at the same moment', () => {
  it.each(acts)('200 for one and a refusal for the other: each had the other %s', async (_, act) => {
    for (let round = 1; round <= 2; round += 1) {
      const company = await aCompany(test);
      const second = await company.member('owner');
      const witness = await company.member('admin');
      const answers = await Promise.all([act(company.owner, second.id), act(second.client, company.ownerId)]);
      const codes = answers.map(({ status, body }) => (status === 200 ? 'done' : String(body.code)));

      // The other was to lose the last Owner; or it came later still, when the caller was no longer an Owner.
      expect(codes.sort().join()).toMatch(/^(done,last-owner|done,forbidden)$/);
      expect(await activeOwners(witness.client)).toHaveLength(1);
    }
  });

  it('200 for two and a refusal for the third, when three leave at once', async () => {
    const company = await aCompany(test);
    const owners = [{ id: company.ownerId, client: company.owner }];
    owners.push(await company.member('owner'), await company.member('owner'));
    const witness = await company.member('admin');
    const answers = await Promise.all(owners.map(({ id, client }) => client.delete(`/users/${id}`)));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
    expect(await activeOwners(witness.client)).toHaveLength(1);
  });
});
