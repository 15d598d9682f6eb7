import { aCompany, aKey, startApp, type TestApp, type TestCompany, crowd } from '../support';
import { queryRows } from '../support/tables';

describe('the names of roles', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => (test = await startApp()));
  beforeEach(async () => (company = await aCompany(test)));
  afterAll(() => test.close());

  const make = (name: string) => company.owner.post('/roles', { name, permissions: [] });

  it.each([
    ['in lower case', 'owner'],
    ['in full width', 'Ｏｗｎｅｒ'],
    ['with a Greek letter', '\u039fwner'],
    ['with a Cyrillic letter', '\u041ewner'],
    ['with two', '\u041ewn\u0435r'],
    ['with other blanks', 'system\u2003\u2003administrator'],
  ])('409 refuses a system role %s', async (_what, name) => {
    expect(await make(name)).toMatchObject({ status: 409, body: { code: 'role-name-taken' } });
  });

  it('409 refuses one that looks like another of the company’s own, also when it is renamed', async () => {
    expect((await make('Support')).status).toBe(201);
    const other = await make('Billing');

    expect((await make('SUPPORT')).status).toBe(409);
    const renamed = await company.owner.patch(`/roles/${other.body.id}`, { name: 'support' });
    expect(renamed).toMatchObject({ status: 409, body: { code: 'role-name-taken' } });
  });

  it('201 takes it in another company, and once it is free', async () => {
    const first = await make('Support');
    const elsewhere = await aCompany(test);
    const post = { name: 'support', permissions: [] };

    expect((await elsewhere.owner.post('/roles', post)).status).toBe(201);
    await company.owner.delete(`/roles/${first.body.id}`);
    expect((await make('support')).status).toBe(201);
  });

  it('200 changes how a role spells its own name', async () => {
    const { body } = await make('support');
    const renamed = await company.owner.patch(`/roles/${body.id}`, { name: 'Support' });
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Support' } });
  });

  it('makes one of twenty at once that look alike', async () => {
    const spellings = ['support', 'Support', 'SUPPORT', 'ѕupport', 'sυpport'];
    const answers = await crowd(20, (at) => make(spellings[at % 5] ?? ''));

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => ![201, 409, 422].includes(status))).toEqual([]);
    const rows = await queryRows(test, `SELECT name FROM roles WHERE company_id = '${company.id}'`);
    expect(rows.filter(({ name }) => /pport$/i.test(String(name)))).toHaveLength(1);
  });

  it.each([['Ωwner'], ['Support Rоlе']])('422 refuses a word of several scripts: %s', async (name) => {
    expect(await make(name)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/name' }] } });
    expect(await queryRows(test, `SELECT id FROM roles WHERE company_id = '${company.id}'`)).toHaveLength(
      company.roleIds.size,
    );
  });

  it.each([
    'API-менеджер',
    'チームA',
    '管理者 Admin',
    'Manajer Keuangan',
    'مدير',
    'می\u200cخواهم',
    '🔑 Keys',
  ])('201 takes %s', async (name) => {
    expect((await make(name)).status).toBe(201);
  });

  it('422 says which invisible character a name holds, of whatever it is the name', async () => {
    const name = 'Zap\u200bier';
    const answers = [
      await make(name),
      await company.owner.post('/keys', { kind: 'company', name }),
      await company.owner.patch('/company', { name }),
      await test.anyone.post('/companies', {
        name,
        slug: 'a-new-company',
        owner: { username: 'new@people.test', password: 'a password of my own' },
      }),
    ];
    for (const answer of answers)
      expect(answer).toMatchObject({
        status: 422,
        body: {
          errors: [
            { pointer: '/name', detail: 'must not hold the invisible character U+200B (zero width space)' },
          ],
        },
      });
  });

  it('201 leaves emoji in the name of a key', async () => {
    const { key } = await aKey(company.owner, { name: 'Family 👩\u200d👧 ❤\ufe0f' });
    expect((await company.owner.get(`/keys/${key.id}`)).body.name).toBe('Family 👩\u200d👧 ❤\ufe0f');
  });
});
