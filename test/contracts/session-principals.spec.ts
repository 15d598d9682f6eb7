import { personStatement, sessionStatement } from '../../src/auth/sessions/person-statement';
import { aCompany, anOperator, startApp, type TestApp, type TestCompany } from '../support';
import { aDefinedProduct } from '../support/defined-product';
import { statementsOf } from '../support/statements';
import { queryRows, runStatement } from '../support/tables';

describe('a request with a session', () => {
  let test: TestApp;
  let company: TestCompany;
  let other: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    [company, other] = [await aCompany(test, 'Ours'), await aCompany(test, 'Theirs')];
  });
  afterAll(() => test.close());

  const change = (sql: string) => runStatement(test, sql);

  it('costs one statement to find out who it is, whatever roles they have', async () => {
    const one = await company.member('member');
    const several = await company.member('member', 'system-administrator');

    for (const { client } of [one, several]) {
      const said = await statementsOf(test, () => client.get('/me'));
      expect(said).toEqual([expect.stringMatching(/FROM sessions/)]);
    }
  });

  it('reads its roles and the products of its company side by side, and never each role with each product', async () => {
    const buying = await aCompany(test, 'Buying');
    const operator = await anOperator(test);
    for (let at = 0; at < 3; at += 1)
      await (await aDefinedProduct(operator, ['read', 'refund'], { forMembers: true })).enable(buying.id);
    const roles = ['member', 'system-administrator', 'admin', 'api-key-generate'] as const;
    const { id, client } = await buying.member(...roles);

    const [session] = await queryRows(test, 'SELECT token_hash FROM sessions WHERE user_id = ?', [id]);
    const ever = [0, Number.MAX_SAFE_INTEGER];
    const read = [
      await queryRows(test, personStatement, [buying.id, id]),
      await queryRows(test, sessionStatement, [session?.token_hash, ...ever, ...ever]),
    ];

    for (const rows of read) expect(rows).toHaveLength(roles.length + 3);
    expect((await client.get('/me')).body.permissions.join(' ').match(/orders-\w+:/g)).toHaveLength(6);
  });

  it('has what all roles permit together, each once and in the order of their names', async () => {
    const { client } = await company.member('member', 'system-administrator');
    const { permissions } = (await client.get('/me')).body;
    const shown = (await client.get('/sessions/current')).body.permissions;

    expect(permissions).toEqual(expect.arrayContaining(['sales-invoices:create', 'events:read']));
    expect(new Set(permissions).size).toBe(permissions.length);
    expect(shown).toEqual(permissions);
  });

  it('has the rights of its own company alone, where its person is a member of another, too', async () => {
    const { id, client } = await company.member('member');
    const before = (await client.get('/me')).body.permissions;
    const theirs = other.roleIds.get('owner') ?? '';
    await change(`INSERT INTO members (company_id, user_id, status, created_at)
      VALUES ('${other.id}', '${id}', 'active', 1)`);

    await change(`INSERT INTO member_roles (company_id, user_id, role_id)
      VALUES ('${other.id}', '${id}', '${theirs}')`);

    expect((await client.get('/me')).body).toMatchObject({ companyId: company.id, permissions: before });
  });

  it.each([
    ['has no role', (id: string) => `DELETE FROM member_roles WHERE user_id = '${id}'`],
    ['is deactivated', (id: string) => `UPDATE members SET status = 'deactivated' WHERE user_id = '${id}'`],
    [
      'has a status that nobody knows',
      (id: string) => `UPDATE members SET status = 'ACTIVE' WHERE user_id = '${id}'`,
    ],
  ])('has no rights when the person %s', async (_what, sql) => {
    const { id, client } = await company.member('system-administrator');
    await change(sql(id));

    expect((await client.get('/me')).body).toMatchObject({ permissions: [] });
    expect((await client.get('/keys')).status).toBe(403);
  });

  it('acts for nothing when its company is closed, though the session goes on', async () => {
    const closed = await aCompany(test, 'Closed');
    await change(`UPDATE companies SET status = 'suspended', closed_at = 1 WHERE id = '${closed.id}'`);

    expect((await closed.owner.get('/me')).body).toMatchObject({
      ...{ companyId: null, companyName: null, permissions: [] },
    });
    expect((await closed.owner.get('/keys')).status).toBe(403);
  });

  it('acts for no company as an operator, whatever they are a member of', async () => {
    const operator = await anOperator(test);
    const { id } = operator;
    await change(`INSERT INTO members (company_id, user_id, status, created_at)
      VALUES ('${company.id}', '${id}', 'active', 1)`);
    await change(`UPDATE sessions SET company_id = '${company.id}' WHERE user_id = '${id}'`);

    expect((await operator.client.get('/me')).body).toMatchObject({ companyId: null, permissions: [] });
  });

  it('has the rights of its other roles while one cannot be read', async () => {
    const role = await company.owner.post('/roles', { name: 'Broken', permissions: ['keys.company:read'] });
    const { id, client } = await company.member('member');
    const before = (await client.get('/me')).body.permissions;
    await company.owner.put(`/users/${id}/roles`, {
      roles: [role.body.id, company.roleIds.get('member') ?? ''],
    });
    expect((await client.get('/me')).body.permissions).toContain('keys.company:read');

    await change(`UPDATE roles SET permissions = '{"a": 1' WHERE id = '${role.body.id}'`);

    expect((await client.get('/me')).body.permissions).toEqual(before);
  });
});
