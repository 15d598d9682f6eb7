import { NewServiceKeys } from '../../src/operators/new-service-keys';
import { CONFIG, type Config } from '../../src/platform/config';
import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { StepUpService } from '../../src/step-up';
import {
  aCompany,
  aKey,
  anOperator,
  aProduct,
  startApp,
  type TestApp,
  type TestOperator,
  crowd,
} from '../support';
import { dumpTables } from '../support/tables';

let test: TestApp;
let operator: TestOperator;
let product: string;

beforeAll(async () => {
  test = await startApp();
  operator = await anOperator(test);
  product = await aProduct(operator);
});
afterAll(() => test.close());

interface Made {
  readonly serviceKey: { readonly id: string; readonly expiresAt: string };
  readonly secret: string;
}

async function aServiceKey(name = 'Disbursement backend'): Promise<Made> {
  const answer = await operator.client.post('/platform/service-keys', { name, product });
  expect(answer.status).toBe(201);
  return answer.body;
}

const revoke = (id: string) => operator.client.post(`/platform/service-keys/${id}/revoke`);

describe('POST /platform/service-keys', () => {
  it('201 shows the secret once, to no cache, and keeps no text of it', async () => {
    const answer = await operator.client.post('/platform/service-keys', { name: 'Backend', product });
    const { serviceKey, secret }: Made = answer.body;
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(secret).toMatch(/^kunci_[0-9A-Za-z]{38}$/);
    expect(serviceKey).toMatchObject({
      name: 'Backend',
      product,
      status: 'active',
      start: secret.slice(0, 10),
      last4: secret.slice(-4),
      revokedAt: null,
    });
    const listed = (await operator.client.get('/platform/service-keys')).body.data;
    expect(listed[0]).toEqual(serviceKey);
    expect(JSON.stringify([listed, await dumpTables(test), test.logged])).not.toContain(secret);
  });

  it.each([
    ['a product that does not exist', { product: 'none' }, '/product'],
    ['no name', { name: '' }, '/name'],
    ['an unknown field', { kind: 'company' }, '/kind'],
  ])('422 refuses %s', async (_, changes, pointer) => {
    const answer = await operator.client.post('/platform/service-keys', {
      name: 'Backend',
      product,
      ...changes,
    });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });

  it('422 names the format of an audience, so that it can be told in any language', async () => {
    const gateway = { audiences: ['https://api.example.com', 'no audience'] };
    const answer = await operator.client.post('/platform/service-keys', { name: 'Edge', product, gateway });
    const fault = { code: 'invalid-format', params: { format: 'audience' } };
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ ...fault, pointer: '/gateway/audiences/1' }] },
    });
  });
});

describe('in production', () => {
  const faultOf = (input: object): unknown => {
    const config: Config = { ...test.app.get<Config>(CONFIG), mode: 'production' };
    const keys = new NewServiceKeys(test.app.get(StepUpService), test.clock, config);
    try {
      keys.read({ name: 'Backend', ...input });
      return null;
    } catch (error) {
      return error;
    }
  };
  const fault = (pointer: string, code: string) => ({ details: { errors: [{ pointer, code }] } });

  it.each([
    ['what does more than verify', { permissions: ['keys:manage'] }],
    ['what verifies for all products', {}],
  ])('422 asks for the addresses of %s', (_, input) => {
    expect(faultOf(input)).toMatchObject(fault('/allowedAddresses', 'required'));
    expect(faultOf({ ...input, allowedAddresses: ['203.0.113.7'] })).toBeNull();
  });

  it.each(['0.0.0.0/0', '203.0.113.7/0', '::/0', '::ffff:0:0/96'])('422 refuses %s', (everywhere) => {
    const allowedAddresses = ['203.0.113.7', everywhere];
    expect(faultOf({ product, allowedAddresses })).toMatchObject(fault('/allowedAddresses/1', 'not-allowed'));
  });

  it('takes what only verifies for one product from anywhere', () => {
    expect(faultOf({ product })).toBeNull();
  });
});

describe('GET /platform/service-keys', () => {
  it('200 lists the newest first, page by page', async () => {
    for (const name of ['One', 'Two', 'Three']) await aServiceKey(name);
    const all = (await operator.client.get('/platform/service-keys?limit=100')).body.data;
    const first = (await operator.client.get('/platform/service-keys?limit=2')).body;
    const rest = await operator.client.get(
      `/platform/service-keys?limit=100&cursor=${first.pagination.cursor}`,
    );
    expect(first.data).toMatchObject([{ name: 'Three' }, { name: 'Two' }]);
    expect([...first.data, ...rest.body.data]).toEqual(all);
  });

  it.each([
    ['allowed_addresses', '["everywhere"]'],
    ['permissions', '["everything"]'],
  ])('200 lists one with a %s that no service writes as broken, which can be ended', async (column, bad) => {
    const { serviceKey, secret } = await aServiceKey();
    const set = `UPDATE service_keys SET ${column} = ? WHERE id = ?`;
    await test.app.get(UnitOfWork).run((tx) => managerOf(tx).query(set, [bad, serviceKey.id]));

    const [listed] = (await operator.client.get('/platform/service-keys')).body.data;
    expect(listed).toMatchObject({ id: serviceKey.id, status: 'broken' });
    expect((await test.anyone.withKey(secret).get('/me')).status).toBe(401);
    expect((await revoke(serviceKey.id)).body.serviceKey.status).toBe('revoked');
  });

  it('422 refuses a cursor that is no id', async () => {
    expect(await operator.client.get('/platform/service-keys?cursor=bm8taWQ')).toMatchObject({ status: 422 });
  });
});

describe('POST /platform/service-keys/{id}/revoke', () => {
  it('200 ends the key at once; repeating it gives the first receipt', async () => {
    const { serviceKey, secret } = await aServiceKey();
    const revoked = await revoke(serviceKey.id);
    expect(revoked).toMatchObject({
      status: 200,
      body: { serviceKey: { status: 'revoked' }, revocation: { effectiveEverywhere: true } },
    });
    expect(await test.anyone.withKey(secret).get('/me')).toMatchObject({
      status: 401,
      body: { code: 'revoked' },
    });
    expect((await revoke(serviceKey.id)).body).toEqual(revoked.body);
  });

  it('200 ends it once of fifty at once', async () => {
    const { serviceKey } = await aServiceKey();
    const answers = await crowd(50, () => revoke(serviceKey.id));
    const receipts = answers.map(({ body }) => JSON.stringify(body));
    expect(new Set(receipts).size).toBe(1);
  });

  it.each(['no-id', '01890000-0000-7000-8000-000000000000'])('404 knows no key %s', async (id) => {
    expect(await revoke(id)).toMatchObject({ status: 404 });
  });
});

describe('a service key as credential', () => {
  it('200 tells who it is, in whatever carrier', async () => {
    const { serviceKey, secret } = await aServiceKey('QRIS backend');
    const me = {
      id: serviceKey.id,
      username: 'QRIS backend',
      companyId: null,
      companyName: null,
      method: 'api-key',
      permissions: ['keys:verify'],
      key: {
        id: serviceKey.id,
        kind: 'service',
        name: 'QRIS backend',
        environment: 'live',
        expiresAt: serviceKey.expiresAt,
        metadata: null,
      },
    };
    for (const client of [
      test.anyone.withKey(secret),
      test.anyone.withBearer(secret),
      test.anyone.withBasic('QRIS backend', secret),
    ]) {
      for (const path of ['/me', '/core/api/v1/me']) expect((await client.get(path)).body).toEqual(me);
    }
  });

  it('401 refuses it with another name, and an unknown key alike with an invalid one', async () => {
    const { secret } = await aServiceKey();
    expect(await test.anyone.withBasic('somebody', secret).get('/me')).toMatchObject({
      status: 401,
      body: { code: 'username-mismatch' },
    });
    for (const junk of ['kunci_junk', 'f'.repeat(32), `${secret.slice(0, -1)}!`]) {
      expect(await test.anyone.withKey(junk).get('/me')).toMatchObject({
        status: 401,
        body: { code: 'invalid-credentials' },
      });
    }
  });

  it.each(['/sales_invoices', '/company', '/users', '/keys', '/products', '/events', '/settings'])(
    '403 opens nothing else: %s',
    async (path) => {
      const { secret } = await aServiceKey();
      expect(await test.anyone.withKey(secret).get(path)).toMatchObject({
        status: 403,
        body: { code: 'insufficient-permission' },
      });
    },
  );

  it('403 opens neither the platform nor anything of a session', async () => {
    const { secret } = await aServiceKey();
    const client = test.anyone.withKey(secret);
    for (const path of ['/platform/companies', '/platform/service-keys', '/sessions/current']) {
      expect(await client.get(path)).toMatchObject({ status: 403 });
    }
  });

  it('200 leaves the keys of companies as they were', async () => {
    const { owner } = await aCompany(test);
    const { secret } = await aKey(owner);
    expect(await test.anyone.withKey(secret).get('/sales_invoices')).toMatchObject({ status: 200 });
  });
});

it('200 takes a service key with its name, however both were pasted', async () => {
  const { secret } = await aServiceKey('Backend of "A"');
  const ask = (text: string) => {
    const authorization = `Basic ${Buffer.from(text).toString('base64')}`;
    return test.anyone.with({ authorization }).get('/core/api/v1/me');
  };

  expect((await ask(`Backend of "A":${secret}`)).status).toBe(200);
  expect((await ask(` Backend of "A" :"${secret}"`)).status).toBe(200);
  expect((await ask(`Backend of "B":${secret}`)).body.code).toBe('username-mismatch');
});
