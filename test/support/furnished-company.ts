import { createHash, randomBytes } from 'node:crypto';
import { LogFollowers } from '../../src/cluster';
import { aCompany, aKey, password, steppedUp, type TestCompany, type TestMember } from './builders';
import { type BusinessCall, furnishBusiness } from './business-calls';
import { type Client } from './client';
import { anInvitation } from './invited';
import { anOperator, aProduct } from './operators';
import { type TestApp } from './test-app';
import { rowsOf } from './tables';

/** A company that has a row in every table of companies. Its name is in all that its people named. */
export interface FurnishedCompany extends TestCompany {
  readonly helper: TestMember;
  readonly roleId: string;
  readonly serviceAccountId: string;
  /** Calls that work, of business modules, with an id. */
  readonly business: Readonly<Record<string, BusinessCall>>;
  /** Of a company key, and its secret. */
  readonly keyId: string;
  readonly secret: string;
  /** Of a key of each kind, and of an imported one. */
  readonly secrets: readonly string[];
  /** Of a shape of imported keys that no key needs. */
  readonly shapeId: string;
  /** Of a session of the Owner, other than the one that asks. */
  readonly sessionId: string;
  /** Of a notice to the Owner. */
  readonly notificationId: string;
  readonly platform: FurnishedPlatform;
}

/** What stands ready for a company outside it. */
export interface FurnishedPlatform {
  readonly operator: Client;
  /** A product that is enabled for the company. */
  readonly product: string;
  readonly serviceKeyId: string;
  readonly serviceSecret: string;
}

/** @param name that no other text contains. */
export async function aFurnishedCompany(test: TestApp, name: string): Promise<FurnishedCompany> {
  const company = await aCompany(test, name);
  const platform = await aPlatformFor(test, company);
  const { owner } = company;
  const role = await owner.post('/roles', { name: `${name} role`, permissions: ['events:read'] });
  const helper = await company.member('member', 'api-key-generate');
  const roles = [role.body.id, company.roleIds.get('api-key-generate')];
  await owner.put(`/users/${helper.id}/roles`, { roles });
  await anInvitation(owner, { username: `${company.slug}@invited.test`, roles });
  await owner.post('/password-resets', { userId: helper.id });
  const business = await furnishBusiness(test, owner, name);
  const serviceAccountId = await aServiceAccountFor(company, role.body.id);
  const keys = await keysOf(test, company, { helper, name, product: platform.product, serviceAccountId });
  const sessionId = await anotherSession(test, company);
  const shapeId = await anUnneededShape(owner, name);
  const notificationId = await aNotification(test, owner);
  return {
    ...company,
    helper,
    platform,
    ...keys,
    roleId: role.body.id,
    serviceAccountId,
    sessionId,
    notificationId,
    shapeId,
    business,
  };
}

/** What makes an invoice. */
export function anInvoice(name: string) {
  const rest = { total: '150000.00', currency: 'IDR', issuedOn: '2026-06-15' };
  return { number: `${name} 1`, customer: `${name} customer`, ...rest };
}

/** Every id in a row of this company, including the company's own, and the table where it was seen first. */
export async function idsOf(test: TestApp, companyId: string): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  for (const [table, rows] of Object.entries(await rowsOf(test, companyId))) {
    for (const [id] of rows.join().matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))
      if (!seen.has(id)) seen.set(id, table);
  }
  return seen;
}

async function aPlatformFor(test: TestApp, company: TestCompany): Promise<FurnishedPlatform> {
  const operator = await anOperator(test);
  const product = await aProduct(operator);
  await company.owner.post(`/products/${product}/requests`);
  await operator.client.put(`/platform/companies/${company.id}/products/${product}`, { enabled: true });
  const made = await operator.client.post('/platform/service-keys', { name: 'Backend', product });
  const { serviceKey, secret } = made.body;
  return { operator: operator.client, product, serviceKeyId: serviceKey.id, serviceSecret: secret };
}

async function aServiceAccountFor({ owner }: TestCompany, roleId: string): Promise<string> {
  const made = await owner.post('/service-accounts', { name: 'machine', roles: [roleId] });
  return made.body.id;
}

/** A key of each kind; the company's is limited, was used and can be shown again. */
async function keysOf(
  test: TestApp,
  { owner }: TestCompany,
  {
    helper,
    name,
    product,
    serviceAccountId,
  }: { helper: TestMember; name: string; product: string; serviceAccountId: string },
) {
  const policies = { company: { visibility: 'recoverable' }, personal: { enabled: true } };
  await owner.patch('/settings', { keys: policies });
  const limits = {
    rateLimits: [{ name: 'minutely', limit: 10_000, windowSeconds: 60 }],
    quota: { limit: 1_000_000, refill: 'day' },
  };
  const made = await aKey(owner, { name: `${name} key`, ...limits });
  const forProduct = await aKey(owner, { kind: 'product', product, name: `${name} product key` });
  const personal = await aKey(helper.client, { kind: 'personal', name: `${name} personal key` });
  const machine = await aKey(owner, { kind: 'machine', serviceAccountId, name: `${name} machine key` });
  await test.anyone.withKey(made.secret).get('/me');
  await test.settle();
  await steppedUp(owner, { action: 'revoke', keyId: made.key.id });
  const imported = await anImportedKey(owner, name);
  const secrets = [...[made, forProduct, personal, machine].map(({ secret }) => secret), imported];
  return { keyId: made.key.id, secret: made.secret, secrets };
}

/** @returns its text. */
async function anImportedKey(owner: Client, name: string): Promise<string> {
  const text = `old_${randomBytes(18).toString('hex')}`;
  const hash = createHash('sha256').update(text).digest('hex');
  const keys = [{ algorithm: 'sha256-hex', hash, name: `${name} imported key` }];
  const shape = { prefix: 'old_', length: 40, alphabet: 'hex' };
  await owner.post('/keys/import', { kind: 'company', shape, keys });
  return text;
}

async function anUnneededShape(owner: Client, name: string): Promise<string> {
  const hash = randomBytes(32).toString('hex');
  const keys = [{ algorithm: 'sha256-hex', hash, name: `${name} dropped key` }];
  const shape = { prefix: 'dropped_', length: 40, alphabet: 'hex' };
  const { body } = await owner.post('/keys/import', { kind: 'company', shape, keys });
  await owner.post(`/keys/${body.results[0].key.id}/revoke`);
  const shapes: { id: string; prefix: string }[] = (await owner.get('/keys/imports')).body.shapes;
  return shapes.find(({ prefix }) => prefix === shape.prefix)?.id ?? '';
}

async function anotherSession(test: TestApp, { slug, owner }: TestCompany): Promise<string> {
  await test.anyone.signIn(`owner@${slug}.test`, password);
  const { body } = await owner.get('/me/sessions');
  const sessions: { id: string; current: boolean }[] = body.data;
  return sessions.find(({ current }) => !current)?.id ?? '';
}

/** That the product was enabled, for one. */
async function aNotification(test: TestApp, owner: Client): Promise<string> {
  await test.app.get(LogFollowers).catchUp();
  const [newest] = (await owner.get('/me/notifications')).body.data;
  return newest.id;
}
