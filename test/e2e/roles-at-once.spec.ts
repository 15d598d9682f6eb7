import { aCompany, type Answer, startApp, type TestApp, type TestCompany } from '../support';

let test: TestApp;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp();
  company = await aCompany(test);
});
afterAll(() => test.close());

let count = 0;

async function aRole(...permissions: string[]): Promise<{ id: string; name: string }> {
  const made = await company.owner.post('/roles', { name: `Role ${(count += 1)}`, permissions });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body;
}

function give(member: { id: string }, ...roles: string[]): Promise<Answer> {
  return company.owner.put(`/users/${member.id}/roles`, { roles });
}

async function listed(id: string): Promise<unknown> {
  const roles: { id: string }[] = (await company.owner.get('/roles?limit=100')).body.data;
  return roles.find((role) => role.id === id);
}

describe('roles that several change at once', () => {
  it('201 for one and 409 for the others of four who take a name at once', async () => {
    const makers = Array.from({ length: 4 }, () =>
      company.owner.post('/roles', { name: 'Wanted', permissions: [] }),
    );
    const statuses = (await Promise.all(makers)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409, 409]);
  });

  it('200 loses nothing when one renames and others change permissions at once', async () => {
    for (let round = 1; round <= 4; round += 1) {
      const role = await aRole();
      const path = `/roles/${role.id}`;
      const answers = await Promise.all([
        company.owner.patch(path, { name: `New ${role.name}` }),
        company.owner.patch(path, { permissions: ['events:read'] }),
        company.owner.patch(path, { name: `New ${role.name}` }),
      ]);

      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(await listed(role.id)).toMatchObject({ name: `New ${role.name}`, permissions: ['events:read'] });
    }
  });

  it('200 for one and 404 for the others of three who delete it at once', async () => {
    const role = await aRole();
    const answers = await Promise.all([1, 2, 3].map(() => company.owner.delete(`/roles/${role.id}`)));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
    const { data } = (await company.owner.get(`/events?target=${role.id}&type=role.deleted`)).body;
    expect(data).toHaveLength(1);
  });

  it('is deleted or given, never both, when that happens at once', async () => {
    const member = await company.member();
    for (let round = 1; round <= 6; round += 1) {
      const role = await aRole('events:read');
      const [given, deleted] = await Promise.all([
        give(member, role.id),
        company.owner.delete(`/roles/${role.id}`),
      ]);

      expect(`${given.status} ${deleted.status}`).toMatch(/^(200 409|422 200)$/);
      expect((await give(member)).status).toBe(200);
    }
  });
});
