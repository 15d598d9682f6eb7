import {
  aCompany,
  aKey,
  anOperator,
  type Client,
  startApp,
  type TestApp,
  type TestCompany,
} from '../support';
import { aDefinedProduct, type DefinedProduct } from '../support/defined-product';
import { anInvitation } from '../support/invited';
import { aRoleWith } from '../support/service-accounts';

/** All that the acts below need, and nothing of a product. */
const lesserRights = [
  ...['users:read', 'users:create', 'users:update', 'users:delete'],
  ...['roles:read', 'roles:update', 'roles:delete', 'service-accounts:read', 'service-accounts:update'],
] as const;
const exceeds = { status: 403, body: { code: 'role-exceeds-yours' } };

let test: TestApp;
let company: TestCompany;
let product: DefinedProduct;
/** Who holds what the role has, except the permission of the product. */
let lesser: Client;
/** Everyone and everything that has the role. */
let holders: { member: string; invited: string; username: string; account: string; role: string };

beforeAll(async () => {
  test = await startApp();
  company = await aCompany(test);
  product = await aDefinedProduct(await anOperator(test), ['refund']);
});
beforeEach(async () => {
  await product.enable(company.id);
  const role = await aRoleWith(company, 'users:read', product.name('refund'));
  const member = await company.member();
  await company.owner.put(`/users/${member.id}/roles`, { roles: [role] });
  const invited = await anInvitation(company.owner, { roles: [role] });
  const account = await company.owner.post('/service-accounts', { name: `off-${member.id}`, roles: [role] });
  await company.owner.patch(`/service-accounts/${account.body.id}`, { active: false });
  const by = await company.member();
  const roles = [await aRoleWith(company, ...lesserRights)];
  await company.owner.put(`/users/${by.id}/roles`, { roles });
  lesser = by.client;
  const { id, username } = invited;
  holders = { member: member.id, invited: id, username, account: account.body.id, role };
  await product.enable(company.id, false);
});
afterAll(() => test.close());

const role = () => `/roles/${holders.role}`;

describe('while a product is switched off, its permission counts as one that only an Owner has', () => {
  it.each([
    ['resets no password', 201, (by: Client) => by.post('/password-resets', { userId: holders.member })],
    ['deactivates no member', 200, (by: Client) => by.patch(`/users/${holders.member}`, { active: false })],
    ['removes no member', 200, (by: Client) => by.delete(`/users/${holders.member}`)],
    ['takes no role away', 200, (by: Client) => by.put(`/users/${holders.member}/roles`, { roles: [] })],
    [
      'renews no invitation',
      201,
      (by: Client) => by.post('/users', { username: holders.username, roles: [holders.role] }),
    ],
    ['cancels no invitation', 200, (by: Client) => by.delete(`/users/${holders.invited}`)],
    [
      'activates no service account',
      200,
      (by: Client) => by.patch(`/service-accounts/${holders.account}`, { active: true }),
    ],
    [
      'renames no service account',
      200,
      (by: Client) => by.patch(`/service-accounts/${holders.account}`, { name: 'another' }),
    ],
    ['narrows no role', 200, (by: Client) => by.patch(role(), { permissions: ['users:read'] })],
    ['renames no role', 200, (by: Client) => by.patch(role(), { name: product.code })],
  ] as const)('403: who lacks it %s; an Owner does', async (_what, done, act) => {
    expect(await act(lesser)).toMatchObject(exceeds);
    expect((await act(company.owner)).status).toBe(done);
  });

  it('403: who lacks it deletes no role; an Owner does', async () => {
    const unused = await whileOn(() => aRoleWith(company, product.name('refund')));

    expect(await lesser.delete(`/roles/${unused}`)).toMatchObject(exceeds);
    expect((await company.owner.delete(`/roles/${unused}`)).status).toBe(200);
  });

  it('403: who held it while it was on decides nothing about it meanwhile', async () => {
    const admin = await company.member('admin');
    const reset = () => admin.client.post('/password-resets', { userId: holders.member });
    const off = await reset();

    expect([off, await whileOn(reset)]).toMatchObject([exceeds, { status: 201 }]);
  });

  it('200 keeps it in a role that is renamed, and it is back with the product', async () => {
    await company.owner.patch(role(), { name: `Kept of ${product.code}` });
    await product.enable(company.id);

    const roles: { id: string; permissions: string[] }[] = (await company.owner.get('/roles?limit=100')).body
      .data;
    expect(roles.find(({ id }) => id === holders.role)?.permissions).toContain(product.name('refund'));
  });

  it('200 names it in the log of a key that is renamed, so that a restore gives it back', async () => {
    const { key } = await whileOn(() => aKey(company.owner, { permissions: [product.name('refund')] }));
    await company.owner.patch(`/keys/${key.id}`, { name: 'Renamed' });

    const { body } = await company.owner.get(`/events?target=${key.id}&type=key.updated`);
    expect(body.data).toMatchObject([
      { data: { name: 'Renamed', productPermissions: [{ name: product.name('refund') }] } },
    ]);
  });
});

async function whileOn<T>(act: () => Promise<T>): Promise<T> {
  await product.enable(company.id);
  const done = await act();
  await product.enable(company.id, false);
  return done;
}
