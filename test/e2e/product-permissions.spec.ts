import { dayMs } from '../../src/platform';
import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { permissionNameSchema, PermissionNames, ProductPermissionNameEntity } from '../../src/products';
import {
  aCompany,
  aKey,
  anOperator,
  startApp,
  type TestApp,
  type TestCompany,
  type TestOperator,
} from '../support';
import { aDefinedProduct, type DefinedProduct } from '../support/defined-product';
import { aNewCompany, aProduct } from '../support/operators';
import { aMachineKey, aServiceAccount } from '../support/service-accounts';
import { statementsOf } from '../support/statements';
import { runStatement } from '../support/tables';

let test: TestApp;
let operator: TestOperator;
let company: TestCompany;
let product: DefinedProduct;

beforeAll(async () => {
  test = await startApp();
  operator = await anOperator(test);
});
beforeEach(async () => {
  company = await aCompany(test);
  product = await aDefinedProduct(operator, ['read', 'refund', 'admin']);
  await product.enable(company.id);
});
afterAll(() => test.close());

const path = () => `/platform/products/${product.code}`;
const redefine = (actions: string[], query = '') =>
  operator.client.patch(`${path()}${query}`, { permissions: product.permissions(...actions) });
const verify = async (secret: string, permission?: string) =>
  (await company.owner.post('/keys/verify', { key: secret, permission })).body;
const codeOf = async (secret: string, action: string): Promise<string> =>
  (await verify(secret, product.name(action))).code;

async function aRole(permissions: string[]): Promise<string> {
  const made = await company.owner.post('/roles', { name: `Role ${product.code}`, permissions });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body.id;
}

describe('POST, PATCH /platform/products', () => {
  it('201 defines what a product protects, and 200 changes it, with a receipt', async () => {
    expect((await operator.client.get('/platform/products?limit=100')).body.data).toContainEqual(
      expect.objectContaining({
        code: product.code,
        permissions: product.permissions('read', 'refund', 'admin'),
        ...{ enabledByDefault: false, forMembers: false, retiredAt: null },
      }),
    );
    const relabelled = [{ name: product.name('read'), label: 'See the orders' }];
    const changes = {
      name: 'Webshop',
      permissions: relabelled,
      forMembers: true,
      grants: ['sales-invoices:read'],
    };
    const answer = await operator.client.patch(`${path()}?force=true`, changes);

    expect(answer).toMatchObject({
      status: 200,
      body: { code: product.code, ...changes, revocation: { effectiveEverywhere: true } },
    });
  });

  it('200 leaves as it is what is not named', async () => {
    const { body } = await operator.client.patch(path(), { name: 'Renamed' });
    expect(body).toMatchObject({
      name: 'Renamed',
      permissions: product.permissions('read', 'refund', 'admin'),
    });
  });

  it.each([
    ['no colon', 'orders'],
    ['capitals', 'Orders:read'],
    ['a dot', 'keys.company:read'],
    ['every resource', 'all:read'],
    ['every action', 'orders:manage'],
    ['a wildcard', 'orders:*'],
    ['49 letters', `${'o'.repeat(49)}:read`],
  ])('422 refuses a name with %s, and says where', async (_what, name) => {
    const permissions = [...product.permissions('read'), { name, label: 'x' }];
    const body = { code: 'malformed', name: 'Malformed', grants: [], permissions };
    for (const answer of [
      await operator.client.post('/platform/products', body),
      await operator.client.patch(path(), { permissions }),
    ])
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/permissions/1/name' }] } });
  });

  it('422 refuses a name twice', async () => {
    expect(await redefine(['read', 'read'])).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/permissions', code: 'duplicate' }] },
    });
  });

  it.each(['sales-invoices:read', 'sales-invoices:burn', 'users:read', 'keys:sell'])(
    '409 refuses %s, whose resource a module protects',
    async (name) => {
      expect(await operator.client.patch(path(), { permissions: [{ name, label: 'x' }] })).toMatchObject({
        status: 409,
        body: { code: 'permission-taken', permission: name },
      });
    },
  );

  it('409 refuses the name of another product, to one of twenty at once too', async () => {
    const other = await aProduct(operator);
    expect(
      await operator.client.patch(`/platform/products/${other}`, {
        permissions: product.permissions('read'),
      }),
    ).toMatchObject({ status: 409, body: { code: 'permission-taken', permission: product.name('read') } });

    const wanted = product.permissions('wanted');
    const codes = await Promise.all(Array.from({ length: 20 }, () => aProduct(operator)));
    const answers = await Promise.all(
      codes.map((code) => operator.client.patch(`/platform/products/${code}`, { permissions: wanted })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'permission-taken')).toHaveLength(19);
  });

  it('404 knows no such product, and 403 lets nobody but operators', async () => {
    expect(await operator.client.patch('/platform/products/none', {})).toMatchObject({ status: 404 });
    expect(await company.owner.patch(path(), {})).toMatchObject({ status: 403 });
  });

  it('201 gives a new company what is enabled by default, and an older one nothing', async () => {
    await operator.client.patch(path(), { enabledByDefault: true });
    const older = await product.enable(company.id, false);
    const { owner } = await aNewCompany(test);

    expect(older.status).toBe(200);
    expect((await owner.get('/products?limit=100')).body.data).toContainEqual(
      expect.objectContaining({ code: product.code, activation: 'enabled' }),
    );
    await operator.client.patch(path(), { enabledByDefault: false });
  });
});

describe('GET /permissions', () => {
  it('200 lists what the products of the company protect, to this company alone', async () => {
    const [stranger, { data }] = [await aCompany(test), (await company.owner.get('/permissions')).body];
    expect(data.filter(({ source }: { source: string }) => source === 'product')[0]).toEqual({
      name: product.name('read'),
      label: 'Label of read',
      group: 'Orders',
      source: 'product',
      product: product.code,
      kinds: ['company', 'product', 'personal', 'machine'],
    });
    for (const client of [stranger.owner, operator.client])
      expect(JSON.stringify((await client.get('/permissions')).body)).not.toContain(product.code);
  });
});

describe('GET /permissions of a key', () => {
  it('200 lists to a key of a product what its own protects, and of no other', async () => {
    const other = await aDefinedProduct(operator, ['send']);
    await other.enable(company.id);
    const namesFor = async (input: object) => {
      const { secret } = await aKey(company.owner, input);
      const { data } = (await test.anyone.withKey(secret).get('/permissions')).body;
      return data.map(({ name }: { name: string }) => name);
    };

    const ofProduct = await namesFor({ kind: 'product', product: product.code });
    expect(ofProduct).toEqual(expect.arrayContaining([product.name('read'), 'sales-invoices:read']));
    expect(ofProduct).not.toContain(other.name('send'));
    expect(await namesFor({})).toContain(other.name('send'));
  });
});

describe('a key', () => {
  it('with a permission of a product meets a verification that asks for it, and no other', async () => {
    const { secret, key } = await aKey(company.owner, { permissions: [product.name('read')] });
    const either = `${product.name('read')} AND (${product.name('refund')} OR ${product.name('admin')})`;

    expect(key).toMatchObject({ permissions: [product.name('read')] });
    expect(await verify(secret, product.name('read'))).toMatchObject({
      valid: true,
      permissions: [product.name('read')],
    });
    expect(await verify(secret, either)).toMatchObject({ code: 'INSUFFICIENT_PERMISSION' });
    expect(await verify(secret, either)).not.toHaveProperty('unknown');
    expect(await verify(secret, `${product.name('read')} OR orders:reed`)).toMatchObject({
      valid: true,
      unknown: ['orders:reed'],
    });
  });

  it('without a list holds all that its kind may, also what is defined later', async () => {
    const ofCompany = await aKey(company.owner);
    const ofProduct = await aKey(company.owner, { kind: 'product', product: product.code });
    await redefine(['read', 'refund', 'admin', 'later']);

    for (const { secret } of [ofCompany, ofProduct]) expect(await codeOf(secret, 'later')).toBe('VALID');
  });

  it('that is narrowed loses at once what it no longer names', async () => {
    const { secret, key } = await aKey(company.owner, {
      permissions: [product.name('read'), product.name('refund')],
    });
    const before = await codeOf(secret, 'refund');
    const answer = await company.owner.patch(`/keys/${key.id}`, { permissions: [product.name('read')] });

    expect(answer).toMatchObject({ status: 200, body: { key: { permissions: [product.name('read')] } } });
    expect([before, await codeOf(secret, 'refund'), await codeOf(secret, 'read')]).toEqual([
      'VALID',
      'INSUFFICIENT_PERMISSION',
      'VALID',
    ]);
  });

  it('of a product holds nothing of another', async () => {
    const other = await aDefinedProduct(operator, ['send']);
    await other.enable(company.id);
    const { secret } = await aKey(company.owner, { kind: 'product', product: product.code });

    expect(await verify(secret, other.name('send'))).toMatchObject({ code: 'INSUFFICIENT_PERMISSION' });
    expect(
      await company.owner.post('/keys', {
        ...{ kind: 'product', product: product.code, name: 'x', permissions: [other.name('send')] },
      }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/permissions/0', code: 'not-grantable' }] },
    });
  });

  it('of a person holds what the roles of its owner give', async () => {
    await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
    const member = await company.member('member', 'api-key-generate', 'api-key-sign-in');
    const make = () =>
      member.client.post('/keys', { kind: 'personal', name: 'Mine', permissions: [product.name('read')] });
    expect(await make()).toMatchObject({ status: 422, body: { errors: [{ code: 'not-held' }] } });
    await operator.client.patch(path(), { forMembers: true });
    const { secret } = (await make()).body;
    const during = await codeOf(secret, 'read');
    await operator.client.patch(path(), { forMembers: false });

    expect([during, await codeOf(secret, 'read')]).toEqual(['VALID', 'INSUFFICIENT_PERMISSION']);
  });

  it('holds nothing of a product that its company does not have', async () => {
    const stranger = await aCompany(test);
    const body = { kind: 'company', name: 'x', permissions: [product.name('read')] };
    expect(await stranger.owner.post('/keys', body)).toMatchObject({ status: 422 });

    const { secret } = await aKey(company.owner, { permissions: [product.name('read')] });
    await product.enable(company.id, false);
    expect(await codeOf(secret, 'read')).toBe('INSUFFICIENT_PERMISSION');
    await product.enable(company.id);
    expect(await codeOf(secret, 'read')).toBe('VALID');
  });

  it('opens no route of this program with it', async () => {
    const { secret } = await aKey(company.owner, {
      permissions: [product.name('read'), product.name('admin')],
    });
    const client = test.anyone.withKey(secret);

    expect(await client.get('/core/api/v1/sales_invoices')).toMatchObject({
      status: 403,
      body: { code: 'insufficient-permission' },
    });
    expect((await client.get('/core/api/v1/me')).body.permissions).toEqual([
      product.name('read'),
      product.name('admin'),
    ]);
  });

  it('costs one statement the first time, and none from then on', async () => {
    const { secret } = await aKey(company.owner, { permissions: [product.name('read')] });
    const asker = test.anyone.withKey((await aKey(company.owner, { permissions: ['keys:verify'] })).secret);
    const ask = () => asker.post('/keys/verify', { key: secret, permission: product.name('read') });
    await asker.post('/keys/verify', { key: secret, cost: 0 });
    await operator.client.patch(path(), { name: 'Renamed' });
    await asker.get('/core/api/v1/me');

    expect(await statementsOf(test, ask)).toHaveLength(1);
    expect(await statementsOf(test, ask)).toEqual([]);
  });
});

describe('a role', () => {
  it('of those who administer the company has all of it, and a Member what is for members', async () => {
    const member = await company.member('member');
    const admin = await company.member('admin');
    const heldBy = async (client: { get: (path: string) => Promise<{ body: { permissions: string[] } }> }) =>
      (await client.get('/sessions/current')).body.permissions.filter((name) =>
        name.startsWith(product.code),
      );

    expect(await heldBy(admin.client)).toHaveLength(3);
    expect(await heldBy(member.client)).toEqual([]);
    await operator.client.patch(path(), { forMembers: true });
    expect(await heldBy(member.client)).toHaveLength(3);
  });

  it('of the company can have it, and its holder passes nothing on that they lack', async () => {
    const roles = await aRole([product.name('read'), 'roles:create', 'roles:read']);
    const member = await company.member();
    await company.owner.put(`/users/${member.id}/roles`, { roles: [roles] });
    const create = (name: string, permission: string) =>
      member.client.post('/roles', { name, permissions: [permission] });

    expect(await create('Readers', product.name('read'))).toMatchObject({
      status: 201,
      body: { permissions: [product.name('read')] },
    });
    expect(await create('Refunders', product.name('refund'))).toMatchObject({
      status: 403,
      body: { code: 'role-exceeds-yours' },
    });
    expect(await create('Nobody', 'nothing:read')).toMatchObject({ status: 422 });
  });
});

describe('removing a permission', () => {
  it('409 counts the keys that hold it, and 200 takes it from all of them at once', async () => {
    const named = await aKey(company.owner, { permissions: [product.name('read'), product.name('refund')] });
    const all = await aKey(company.owner, { kind: 'product', product: product.code });
    await aKey(company.owner, { permissions: [product.name('admin')] });

    expect(await redefine(['read', 'admin'])).toMatchObject({
      status: 409,
      body: { code: 'permission-held', keys: 2 },
    });
    expect(await codeOf(named.secret, 'refund')).toBe('VALID');

    expect(await redefine(['read', 'admin'], '?force=true')).toMatchObject({
      status: 200,
      body: { revocation: { effectiveEverywhere: true } },
    });
    for (const { secret } of [named, all])
      expect(await codeOf(secret, 'refund')).toBe('INSUFFICIENT_PERMISSION');
    expect(await codeOf(named.secret, 'read')).toBe('VALID');
  });

  it('200 without force where nobody holds it', async () => {
    const { secret, key } = await aKey(company.owner, { permissions: [product.name('refund')] });
    await company.owner.post(`/keys/${key.id}/revoke`);
    expect((await redefine(['read', 'admin'])).status).toBe(200);
    expect(await verify(secret)).toMatchObject({ code: 'REVOKED' });
  });

  it('takes it from roles, and what is defined again under the name is another one', async () => {
    const id = await aRole([product.name('refund')]);
    const named = await aKey(company.owner, { permissions: [product.name('refund')] });
    await redefine(['read'], '?force=true');
    await redefine(['read', 'refund']);

    const { body } = await company.owner.get('/roles?limit=100');
    expect(body.data.find((role: { id: string }) => role.id === id)).toMatchObject({ permissions: [] });
    expect(await codeOf(named.secret, 'refund')).toBe('INSUFFICIENT_PERMISSION');
  });

  it('frees the name for another product after 180 days, and for the same at once', async () => {
    const other = await aProduct(operator);
    const take = () =>
      operator.client.patch(`/platform/products/${other}`, { permissions: product.permissions('refund') });
    await redefine(['read', 'admin'], '?force=true');
    test.clock.advance(180 * dayMs - 1);
    operator = await anOperator(test);
    expect(await take()).toMatchObject({ status: 409, body: { code: 'permission-taken' } });
    test.clock.advance(1);

    expect(await take()).toMatchObject({ status: 200 });
    expect(await redefine(['read', 'admin', 'refund'])).toMatchObject({ status: 409 });
  });

  it('gives the name to one of two, when its product takes it back as another takes it', async () => {
    const other = await aProduct(operator);
    await redefine(['read', 'admin'], '?force=true');
    test.clock.advance(180 * dayMs);
    operator = await anOperator(test);
    const answers = await Promise.all([
      redefine(['read', 'admin', 'refund']),
      operator.client.patch(`/platform/products/${other}`, { permissions: product.permissions('refund') }),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('keeps the name with its product that took it back after another found it free', async () => {
    const other = await aProduct(operator);
    const name = permissionNameSchema.parse(product.name('refund'));
    const entity = ProductPermissionNameEntity;
    await redefine(['read', 'admin'], '?force=true');
    test.clock.advance(180 * dayMs);
    operator = await anOperator(test);
    const free = await test.app.get(UnitOfWork).run((tx) => managerOf(tx).findOneBy(entity, { name }));
    expect((await redefine(['read', 'admin', 'refund'])).status).toBe(200);

    const taking = test.app.get(UnitOfWork).run((tx) => {
      jest.spyOn(managerOf(tx).getRepository(entity), 'findOneBy').mockResolvedValueOnce(free);
      return test.app.get(PermissionNames).take(other, [name], tx);
    });

    await expect(taking).rejects.toThrow('A permission has this name');
  });

  it('lets no verification pass once it is answered, however many are under way', async () => {
    const { secret } = await aKey(company.owner, { permissions: [product.name('refund')] });
    const during = Array.from({ length: 20 }, () => codeOf(secret, 'refund'));
    const removing = redefine(['read', 'admin'], '?force=true');
    const after = removing.then(() =>
      Promise.all(Array.from({ length: 20 }, () => codeOf(secret, 'refund'))),
    );

    expect((await removing).status).toBe(200);
    expect(new Set(await after)).toEqual(new Set(['INSUFFICIENT_PERMISSION']));
    for (const code of await Promise.all(during))
      expect(['VALID', 'INSUFFICIENT_PERMISSION']).toContain(code);
  });
});

describe('POST /platform/products/{code}/retire', () => {
  it('200 refuses its keys at once, and repeating it gives the first receipt', async () => {
    const { secret } = await aKey(company.owner, { kind: 'product', product: product.code });
    const retired = await operator.client.post(`${path()}/retire`);
    const again = await operator.client.post(`${path()}/retire`);

    expect(retired).toMatchObject({ status: 200, body: { revocation: { effectiveEverywhere: true } } });
    expect(retired.body.retiredAt).not.toBeNull();
    expect(again.body.revocation.position).toBe(retired.body.revocation.position);
    expect(await verify(secret)).toMatchObject({ code: 'PRODUCT_DISABLED' });
  });

  it('409 lets no company request or get it, and nobody change it', async () => {
    await operator.client.post(`${path()}/retire`);
    const stranger = await aCompany(test);
    const refused = { status: 409, body: { code: 'product-retired' } };

    expect(await stranger.owner.post(`/products/${product.code}/requests`)).toMatchObject(refused);
    expect(await product.enable(stranger.id)).toMatchObject(refused);
    expect(await product.enable(company.id)).toMatchObject(refused);
    expect(await operator.client.patch(path(), { name: 'Back' })).toMatchObject(refused);
  });

  it('200 shows it, switched off, to a company that had it, and to no other', async () => {
    await operator.client.post(`${path()}/retire`);
    const stranger = await aCompany(test);
    const listed = async (client: TestCompany['owner']) =>
      JSON.stringify((await client.get('/products?limit=100')).body.data);

    expect(await listed(company.owner)).toContain(
      `"${product.code}","name":"Orders","activation":"disabled"`,
    );
    expect(await listed(stranger.owner)).not.toContain(product.code);
  });

  it('gives nothing again when a former version beside this one enables it', async () => {
    const [ofProduct, ofCompany] = [
      await aKey(company.owner, { kind: 'product', product: product.code }),
      await aKey(company.owner, { permissions: ['sales-invoices:read', product.name('read')] }),
    ];
    await operator.client.post(`${path()}/retire`);

    await runStatement(
      test,
      `UPDATE product_activations SET status = 'enabled' WHERE product_code = '${product.code}'`,
    );

    expect(await verify(ofProduct.secret)).toMatchObject({ code: 'PRODUCT_DISABLED' });
    expect(await codeOf(ofCompany.secret, 'read')).toBe('INSUFFICIENT_PERMISSION');
    expect((await company.owner.get('/me')).body.permissions).not.toContain(product.name('read'));
  });

  it('404 knows no such product', async () => {
    expect(await operator.client.post('/platform/products/none/retire')).toMatchObject({ status: 404 });
  });
});

describe('a machine key', () => {
  it('201 holds what its service account holds of a product, named or not, and no more', async () => {
    const account = await aServiceAccount(company, product.name('read'));
    const named = await aMachineKey(company.owner, account, { permissions: [product.name('read')] });
    const unnamed = await aMachineKey(company.owner, account);

    expect(await codeOf(named.secret, 'read')).toBe('VALID');
    expect(await codeOf(unnamed.secret, 'read')).toBe('VALID');
    expect(await codeOf(unnamed.secret, 'refund')).toBe('INSUFFICIENT_PERMISSION');
  });
});
