import { aCompany, aKey, type Client, startApp, type TestApp, type TestCompany } from '../support';
import { anOperator, type TestOperator } from '../support/operators';
import { onKeys, someoneWith } from '../support/someone-with';

let test: TestApp;
let company: TestCompany;
let operator: TestOperator;

const labelled = (...names: string[]) => names.map((name) => ({ name, label: `Label of ${name}` }));

beforeAll(async () => {
  test = await startApp();
  company = await aCompany(test);
  operator = await anOperator(test);
  const shop = { code: 'shop', name: 'Shop', grants: [] };
  const permissions = labelled('orders:read', 'orders:refund');
  await operator.client.post('/platform/products', { ...shop, permissions });
  await operator.client.put(`/platform/companies/${company.id}/products/shop`, { enabled: true });
  await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
});
afterAll(() => test.close());

const orders = ['orders:read', 'orders:refund'];
const invoices = ['sales-invoices:read', 'sales-invoices:create'];
const make = (client: Client, permissions: string[], input: object = {}) =>
  client.post('/keys', { kind: 'company', name: 'Integration', permissions, ...input });
const change = (client: Client, id: string, permissions: string[]) =>
  client.patch(`/keys/${id}`, { permissions });
const refused = (pointer: string, code: string) => ({ status: 422, body: { errors: [{ pointer, code }] } });
const beyond = (...missing: string[]) => ({ status: 403, body: { code: 'permission-ceiling', missing } });

describe('all of a resource, given to a key', () => {
  it('201 is what such a key can hold of it, in the answer and in the log', async () => {
    const { status, body } = await make(company.owner, ['orders:*', 'keys:*', 'orders:read']);

    expect({ status, permissions: body.key.permissions }).toEqual({
      status: 201,
      permissions: [...orders, 'keys:verify'],
    });
    const [event] = (await company.owner.get(`/events?target=${body.key.id}`)).body.data;
    expect(event.data.permissions).toEqual(['keys:verify']);
    expect(event.data.productPermissions).toMatchObject(orders.map((name) => ({ name })));
  });

  it('201 is of a product key what its product protects', async () => {
    const made = await make(company.owner, ['orders:*'], { kind: 'product', product: 'shop' });

    expect(made.body.key.permissions).toEqual(orders);
  });

  it('201 is of an imported key the same', async () => {
    const shape = { prefix: 'sk_', length: 40, alphabet: 'hex' };
    const hash = 'c0'.repeat(32);
    const rows = [
      { algorithm: 'sha256-hex', hash, name: 'Old', permissions: ['sales-invoices:*'] },
      { algorithm: 'sha256-hex', hash: 'c1'.repeat(32), name: 'Odd', permissions: ['users:*'] },
    ];
    const { body } = await company.owner.post('/keys/import', { kind: 'company', shape, keys: rows });
    const [{ key }, { problem }] = body.results;

    expect((await company.owner.get(`/keys/${key.id}`)).body.permissions).toEqual(invoices);
    expect(problem.errors).toMatchObject([{ pointer: '/permissions/0', code: 'not-grantable' }]);
  });

  it('200 is given later, too, and does not grow with the product', async () => {
    const { key } = await aKey(company.owner, { permissions: [] });
    expect((await change(company.owner, key.id, ['orders:*'])).body.key.permissions).toEqual(orders);
    const more = labelled(...orders, 'orders:archive');
    await operator.client.patch('/platform/products/shop', { permissions: more });

    expect((await company.owner.get(`/keys/${key.id}`)).body.permissions).toEqual(orders);
    const again = await change(company.owner, key.id, ['orders:*']);
    expect(again.body.key.permissions).toEqual([...orders, 'orders:archive']);
    await operator.client.patch('/platform/products/shop?force=true', { permissions: labelled(...orders) });
  });

  it.each([
    ['a resource that there is not', 'faxes:*', 'not-grantable'],
    ['a resource of which no such key holds anything', 'users:*', 'not-grantable'],
    ['a part of an action', 'orders:re*', 'invalid-format'],
    ['every resource', '*:read', 'invalid-format'],
    ['everything', '*', 'invalid-format'],
  ])('422 is not %s', async (_what, grant, code) => {
    const { key } = await aKey(company.owner, { permissions: ['keys:verify'] });

    expect(await make(company.owner, ['orders:*', grant])).toMatchObject(refused('/permissions/1', code));
    expect(await change(company.owner, key.id, ['orders:*', grant])).toMatchObject(
      refused('/permissions/1', code),
    );
  });

  it('403 names what of it the maker does not hold', async () => {
    const { client } = await someoneWith(
      company,
      ...onKeys('company', 'read', 'generate', 'update'),
      'sales-invoices:read',
    );
    const { key } = await aKey(company.owner, { permissions: ['sales-invoices:create'] });
    const { key: narrow } = await aKey(company.owner, { permissions: [] });

    expect(await make(client, ['sales-invoices:*'])).toMatchObject(beyond('sales-invoices:create'));
    expect(await change(client, narrow.id, ['sales-invoices:*'])).toMatchObject(
      beyond('sales-invoices:create'),
    );
    // What the key has is not added.
    expect((await change(client, key.id, ['sales-invoices:*'])).body.key.permissions).toEqual(invoices);
  });

  it('422 says of a personal key where its owner lacks something of it', async () => {
    const rights = onKeys('personal', 'generate', 'read', 'update', 'sign-in');
    const { client } = await someoneWith(company, ...rights, 'orders:refund', ...invoices);
    const personal = { kind: 'personal' };

    const answer = await make(client, ['sales-invoices:*', 'orders:*'], personal);
    expect(answer).toMatchObject(refused('/permissions/1', 'not-held'));
    expect(answer.body.errors[0].detail).toContain('orders:read');
    const made = await make(client, ['sales-invoices:*'], personal);
    expect(made.body.key.permissions).toEqual(invoices);
    expect(await change(client, made.body.key.id, ['orders:*'])).toMatchObject(
      refused('/permissions/0', 'not-held'),
    );
  });

  it('201 of a machine key needs that its service account holds it', async () => {
    const role = await company.owner.post('/roles', { name: 'Cashier', permissions: ['sales-invoices:*'] });
    const account = { name: 'till', roles: [role.body.id] };
    const { id } = (await company.owner.post('/service-accounts', account)).body;
    const machine = { kind: 'machine', serviceAccountId: id };
    const made = await make(company.owner, ['sales-invoices:*'], machine);

    expect(made.body.key.permissions).toEqual(invoices);
    expect(await make(company.owner, ['sales-invoices:*', 'orders:*'], machine)).toMatchObject(
      refused('/permissions/1', 'not-held'),
    );
    expect(await change(company.owner, made.body.key.id, ['orders:*'])).toMatchObject(
      refused('/permissions/0', 'not-held'),
    );
  });
});

describe('all of a resource, given to a role', () => {
  it('201 and 200 are all that there is of it', async () => {
    const made = await company.owner.post('/roles', { name: 'Orders', permissions: ['orders:*'] });
    expect(made).toMatchObject({ status: 201, body: { permissions: orders } });

    const changed = await company.owner.patch(`/roles/${made.body.id}`, {
      permissions: ['sales-invoices:*', 'orders:read'],
    });
    expect(changed.body.permissions).toEqual([...invoices, 'orders:read']);
  });

  it('422 is not of a resource that there is not', async () => {
    const role = { name: 'Fax', permissions: ['orders:*', 'faxes:*'] };

    expect(await company.owner.post('/roles', role)).toMatchObject(
      refused('/permissions/1', 'unknown-reference'),
    );
  });

  it('403 is not what its maker lacks', async () => {
    const { client } = await someoneWith(company, 'roles:read', 'roles:create', 'sales-invoices:read');

    expect(await client.post('/roles', { name: 'More', permissions: ['sales-invoices:*'] })).toMatchObject({
      status: 403,
      body: { code: 'role-exceeds-yours' },
    });
  });
});

describe('all of a resource, granted by a product', () => {
  it('201 and 200 are what a product key can hold of it', async () => {
    const product = { code: 'till', name: 'Till', grants: ['sales-invoices:*'] };
    const made = await operator.client.post('/platform/products', product);
    expect(made.body.grants).toEqual(invoices);

    const grants = ['sales-invoices:read', 'keys:*'];
    const changed = await operator.client.patch('/platform/products/till', { grants });
    expect([...changed.body.grants].sort()).toEqual(['keys:verify', 'sales-invoices:read']);
  });

  it('422 is nothing about people, and defines no permission', async () => {
    expect(await operator.client.patch('/platform/products/shop', { grants: ['users:*'] })).toMatchObject(
      refused('/grants/0', 'not-grantable'),
    );
    const answer = await operator.client.patch('/platform/products/shop', {
      permissions: labelled('parcels:*'),
    });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/permissions/0/name' }] } });
  });
});

it('422 is asked for in no verification: an expression names permissions', async () => {
  const { secret } = await aKey(company.owner);
  const answer = await test.anyone
    .withKey(secret)
    .post('/keys/verify', { key: secret, permission: 'keys:verify AND orders:*' });

  expect(answer).toMatchObject(refused('/permission', 'malformed-expression'));
  expect(answer.body.errors[0].params.position).toBe(16);
});
