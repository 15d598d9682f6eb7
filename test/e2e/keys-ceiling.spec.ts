import { ApiKeyEntity } from '../../src/api-keys';
import { minuteMs } from '../../src/platform';
import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { aCompany, aKey, type Client, startApp, steppedUp, type TestApp, type TestCompany } from '../support';
import { anOperator, aProduct, type TestOperator } from '../support/operators';
import { onKeys, someoneWith } from '../support/someone-with';

let test: TestApp;
let company: TestCompany;
let operator: TestOperator;

beforeAll(async () => {
  test = await startApp();
  company = await aCompany(test);
  operator = await anOperator(test);
  await company.owner.patch('/settings', {
    keys: { company: { visibility: 'recoverable' }, personal: { enabled: true } },
  });
});
afterAll(() => test.close());

/** A product with these grants, which the company may use. */
async function anEnabledProduct(...grants: string[]): Promise<string> {
  const product = await aProduct(operator, grants);
  await company.owner.post(`/products/${product}/requests`);
  await operator.client.put(`/platform/companies/${company.id}/products/${product}`, { enabled: true });
  return product;
}

const beyond = (...missing: string[]) => ({ status: 403, body: { code: 'permission-ceiling', missing } });
const everything = ['sales-invoices:read', 'sales-invoices:create', 'keys:verify'];
const generate = (client: Client, input: object = {}) =>
  client.post('/keys', { kind: 'company', name: 'Integration', ...input });
const mayRead = async (secret: string) =>
  (await test.anyone.withKey(secret).get('/sales_invoices')).status === 200;

describe('a key that is there', () => {
  it('403 keeps its secret from a person who may rotate it and does not hold what it may do', async () => {
    const { key, secret } = await aKey(company.owner);
    const { client } = await someoneWith(company, ...onKeys('company', 'read', 'rotate'));

    expect(await client.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 })).toMatchObject(
      beyond(...everything),
    );
    expect(await mayRead(secret)).toBe(true);
  });

  it('403 is not shown to a person who may reveal it and does not hold what it may do', async () => {
    const { key } = await aKey(company.owner, { permissions: ['sales-invoices:read', 'keys:verify'] });
    const { client } = await someoneWith(company, ...onKeys('company', 'read', 'reveal'), 'keys:verify');

    expect(await client.post(`/keys/${key.id}/reveal`)).toMatchObject(beyond('sales-invoices:read'));
  });

  it('200 is rotated and shown by a person who holds just what it may do', async () => {
    const { key } = await aKey(company.owner, { permissions: ['sales-invoices:read'] });
    const { client } = await someoneWith(
      company,
      ...onKeys('company', 'read', 'rotate', 'reveal'),
      'sales-invoices:read',
    );

    expect((await client.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 })).status).toBe(200);
    expect((await client.post(`/keys/${key.id}/reveal`)).status).toBe(200);
  });

  it('403 follows the roles: a person who could rotate it yesterday cannot once they hold less', async () => {
    const { key } = await aKey(company.owner, { permissions: ['sales-invoices:read'] });
    const rights = onKeys('company', 'read', 'rotate');
    const { client, hold } = await someoneWith(company, ...rights, 'sales-invoices:read');
    await hold(...rights);

    expect(await client.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 })).toMatchObject(
      beyond('sales-invoices:read'),
    );
  });

  it('200 counts, of a product key, what its product grants', async () => {
    const reading = await anEnabledProduct('sales-invoices:read');
    const creating = await anEnabledProduct('sales-invoices:read', 'sales-invoices:create');
    const rights = onKeys('product', 'read', 'rotate');
    const { client } = await someoneWith(company, ...rights, 'sales-invoices:read');
    const rotateOneOf = async (product: string) => {
      const { key } = await aKey(company.owner, { kind: 'product', product });
      return client.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 });
    };

    expect((await rotateOneOf(reading)).status).toBe(200);
    expect(await rotateOneOf(creating)).toMatchObject(beyond('sales-invoices:create'));
  });

  it('403 with permissions that this version does not know is an Owner’s to give', async () => {
    const { key } = await aKey(company.owner, { permissions: [] });
    await test.app
      .get(UnitOfWork)
      .run((tx) => managerOf(tx).update(ApiKeyEntity, { id: key.id }, { permissions: ['faxes:send'] }));
    const { client } = await company.member('system-administrator');

    expect(await client.post(`/keys/${key.id}/reveal`)).toMatchObject(beyond('faxes:send'));
    expect((await company.owner.post(`/keys/${key.id}/reveal`)).status).toBe(200);
  });

  it('403 comes before the step-up, whose token stays good', async () => {
    const { key } = await aKey(company.owner, { permissions: ['sales-invoices:read'] });
    const rights = onKeys('company', 'read', 'rotate');
    const { client, hold } = await someoneWith(company, ...rights);
    await company.owner.patch('/settings', { keys: { company: { stepUp: { rotate: 'password' } } } });
    const proved = await steppedUp(client, { action: 'rotate', keyId: key.id });
    const rotate = () => proved.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 });

    expect(await rotate()).toMatchObject(beyond('sales-invoices:read'));
    await hold(...rights, 'sales-invoices:read');
    expect((await rotate()).status).toBe(200);
    await company.owner.patch('/settings', { keys: { company: { stepUp: { rotate: 'none' } } } });
  });
});

describe('a key that is stopped', () => {
  const rights = onKeys('company', 'read', 'update');
  const inFuture = (ms: number) => new Date(test.clock.now().getTime() + ms).toISOString();
  const anExpiredKey = async () => {
    const input = { permissions: ['sales-invoices:read'], expiresAt: inFuture(minuteMs) };
    const made = await aKey(company.owner, input);
    test.clock.advance(minuteMs);
    return made;
  };
  const prolong = (client: Client, id: string) =>
    client.patch(`/keys/${id}`, { expiresAt: inFuture(minuteMs) });

  it('403 is not enabled by a person who does not hold what it may do, 200 by one who does', async () => {
    const { key, secret } = await aKey(company.owner, { permissions: ['sales-invoices:read'] });
    const { client, hold } = await someoneWith(company, ...rights);
    await client.post(`/keys/${key.id}/disable`);

    expect(await client.post(`/keys/${key.id}/enable`)).toMatchObject(beyond('sales-invoices:read'));
    expect(await mayRead(secret)).toBe(false);
    await hold(...rights, 'sales-invoices:read');
    expect((await client.post(`/keys/${key.id}/enable`)).status).toBe(200);
  });

  it('403 does not come back by a later expiry from a person who does not hold what it may do', async () => {
    const { key, secret } = await anExpiredKey();
    const { client, hold } = await someoneWith(company, ...rights);

    expect(await prolong(client, key.id)).toMatchObject(beyond('sales-invoices:read'));
    expect(await mayRead(secret)).toBe(false);
    await hold(...rights, 'sales-invoices:read');
    expect((await prolong(client, key.id)).status).toBe(200);
    expect(await mayRead(secret)).toBe(true);
  });

  it('200 gets a later expiry while it works, and another name afterwards, from whoever may change it', async () => {
    const { key } = await aKey(company.owner, { expiresAt: inFuture(minuteMs / 2) });
    const { client } = await someoneWith(company, ...rights);

    expect((await prolong(client, key.id)).status).toBe(200);
    test.clock.advance(minuteMs);
    expect((await client.patch(`/keys/${key.id}`, { name: 'Expired' })).status).toBe(200);
  });

  it('403 comes back by a later expiry with the step-up of making one', async () => {
    const { key } = await anExpiredKey();
    const policy = (generate: string) =>
      company.owner.patch('/settings', { keys: { company: { stepUp: { generate } } } });
    await policy('password');

    const refused = await prolong(company.owner, key.id);
    const proved = await steppedUp(company.owner, { action: 'widen', keyId: key.id });
    const done = await prolong(proved, key.id);
    await policy('none');

    expect(refused).toMatchObject({ status: 403, body: { code: 'step-up-required', action: 'widen' } });
    expect(done.status).toBe(200);
  });
});

describe('a key of a product that is off', () => {
  it('409 gets nothing that counts once the product is on: it is not shown, enabled or given all', async () => {
    await company.owner.patch('/settings', { keys: { product: { visibility: 'recoverable' } } });
    const product = await anEnabledProduct('sales-invoices:read');
    const input = { kind: 'product', product, permissions: [] };
    const [{ key }, { key: disabled }] = [await aKey(company.owner, input), await aKey(company.owner, input)];
    await company.owner.post(`/keys/${disabled.id}/disable`);
    await operator.client.put(`/platform/companies/${company.id}/products/${product}`, { enabled: false });

    for (const answer of [
      await company.owner.post(`/keys/${key.id}/reveal`),
      await company.owner.post(`/keys/${disabled.id}/enable`),
      await company.owner.patch(`/keys/${key.id}`, { permissions: null }),
    ])
      expect(answer).toMatchObject({
        status: 409,
        body: { code: 'prerequisites-not-met', missing: ['product-enabled'] },
      });
    expect((await company.owner.patch(`/keys/${key.id}`, { name: 'Kept' })).status).toBe(200);
  });
});

describe('a new key', () => {
  it('403 is not made with what its maker does not hold', async () => {
    const { client } = await someoneWith(company, ...onKeys('company', 'generate'), 'keys:verify');

    expect(await generate(client, { permissions: everything })).toMatchObject(
      beyond('sales-invoices:read', 'sales-invoices:create'),
    );
  });

  it('403 is not made of nothing: where none is named and its maker holds none', async () => {
    const { client } = await someoneWith(company, ...onKeys('company', 'generate'));

    expect(await generate(client)).toMatchObject(beyond(...everything));
    expect((await generate(client, { permissions: [] })).status).toBe(201);
  });

  it('201 holds what its maker holds where none is named, and no more when its maker gets more', async () => {
    const rights = onKeys('company', 'generate', 'read');
    const { client, hold } = await someoneWith(company, ...rights, 'keys:verify');

    const { key, secret } = (await generate(client)).body;
    await hold(...rights, ...everything);

    expect(key.permissions).toEqual(['keys:verify']);
    expect((await client.get(`/keys/${key.id}`)).body.permissions).toEqual(['keys:verify']);
    expect(await mayRead(secret)).toBe(false);
  });

  it('201 may do all that its kind may where none is named and its maker holds all of that', async () => {
    const { client } = await company.member('system-administrator');

    const { key } = (await generate(client)).body;

    const [event] = (await company.owner.get(`/events?target=${key.id}`)).body.data;
    expect(event.data.permissions).toBeNull();
    expect(key.permissions).toEqual(everything);
  });

  it('201 of a product holds what its maker holds of what the product grants', async () => {
    const product = await anEnabledProduct('sales-invoices:read', 'sales-invoices:create');
    const verifying = await anEnabledProduct('sales-invoices:create');
    const rights = onKeys('product', 'generate', 'read');
    const { client } = await someoneWith(company, ...rights, 'sales-invoices:read', 'keys:verify');
    const make = (code: string) => generate(client, { kind: 'product', product: code });

    expect((await make(product)).body.key.permissions).toEqual(['sales-invoices:read']);
    expect(await make(verifying)).toMatchObject(beyond('sales-invoices:create'));
    expect((await make('no-such-product')).body.errors).toMatchObject([{ pointer: '/product' }]);
  });
});

describe('a personal key', () => {
  const rights = onKeys('personal', 'generate', 'read', 'sign-in');

  it('422 names what its owner does not hold', async () => {
    const { client } = await someoneWith(company, ...rights, 'sales-invoices:read');

    expect(
      await generate(client, { kind: 'personal', permissions: ['sales-invoices:read', 'events:read'] }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/permissions/1', code: 'not-held' }] },
    });
  });

  it.each([
    ['none is named', {}] as const,
    ['one is named', { permissions: ['keys.personal:read'] }] as const,
  ])('201 does not grow with its owner where %s', async (_, named) => {
    const { client, hold } = await someoneWith(company, ...rights);
    const { key, secret } = (await generate(client, { kind: 'personal', ...named })).body;

    await hold(...rights, 'sales-invoices:read');

    expect(key.permissions).toEqual(['keys.personal:read']);
    expect((await client.get(`/keys/${key.id}`)).body.permissions).toEqual(['keys.personal:read']);
    expect(await mayRead(secret)).toBe(false);
  });

  it('200 shrinks with its owner', async () => {
    const { client, hold } = await someoneWith(company, ...rights, 'sales-invoices:read');
    const { secret } = (await generate(client, { kind: 'personal' })).body;
    expect(await mayRead(secret)).toBe(true);

    await hold(...rights);

    expect(await mayRead(secret)).toBe(false);
  });
});

describe('an answer that is given again', () => {
  it('201 has the secret for its sender, who may still make keys, whatever else they hold by now', async () => {
    const rights = onKeys('company', 'generate');
    const { client, hold } = await someoneWith(company, ...rights, 'sales-invoices:read');
    const again = client.with({ 'idempotency-key': 'a lost answer'.replaceAll(' ', '-') });
    const first = await generate(again);
    await hold(...rights);

    expect((await generate(again)).body).toEqual(first.body);
    await hold('sales-invoices:read');
    expect((await generate(again)).status).toBe(403);
  });
});
