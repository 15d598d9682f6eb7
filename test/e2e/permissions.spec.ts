import { manifests } from '../../src/manifests';
import { managementPermissions } from '../../libs/permissions/management';
import { aCompany, aKey, anOperator, startApp, type TestApp, type TestCompany } from '../support';

describe('GET /permissions', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  it('200 lists everything that a role or a key can be given, each with its label', async () => {
    const { status, body } = await company.owner.get('/permissions');

    const business = manifests.flatMap(({ permissions }) => permissions.flatMap((one) => one.permissions));
    const names = body.data.map(({ name }: { name: string }) => name);
    expect([status, names]).toEqual([200, [...managementPermissions, ...business]]);
    expect(body.data).toContainEqual({
      name: 'sales-invoices:read',
      label: 'See the invoices',
      group: 'Sales invoices',
      source: 'business',
      product: null,
      kinds: ['company', 'product', 'personal', 'machine'],
    });
    expect(body.data).toContainEqual({
      name: 'users:create',
      label: 'Invite people',
      group: 'Users',
      source: 'management',
      product: null,
      kinds: [],
    });
  });

  it('200 shows the same to a key and to an operator', async () => {
    const { secret } = await aKey(company.owner);
    const operator = await anOperator(test);
    const { body } = await company.owner.get('/permissions');

    expect((await test.anyone.withKey(secret).get('/permissions')).body).toEqual(body);
    expect((await operator.client.get('/permissions')).body).toEqual(body);
  });

  it('401 for nobody', async () => {
    expect((await test.anyone.get('/permissions')).status).toBe(401);
  });
});
