import { generateKey } from '../../libs/api-key';
import { dayMs } from '../../src/platform';
import { aCompany, aKey, startApp, type TestApp, type TestCompany } from '../support';
import { aDefinedProduct, type DefinedProduct } from '../support/defined-product';
import { anOperator, type TestOperator } from '../support/operators';
import { aMachineKey, aServiceAccount } from '../support/service-accounts';

const inactive = { active: false };
const form = 'application/x-www-form-urlencoded';
const issuer = 'https://keys.example.com';

let test: TestApp;
let company: TestCompany;
let stranger: TestCompany;
let product: DefinedProduct;
let operator: TestOperator;
let asker: string;

beforeAll(async () => {
  test = await startApp({ env: { PUBLIC_URL: issuer } });
  [company, stranger] = [await aCompany(test), await aCompany(test)];
  operator = await anOperator(test);
  product = await aDefinedProduct(operator, ['read']);
  await product.enable(company.id);
  ({ secret: asker } = await aKey(company.owner, { permissions: ['keys:verify'] }));
});
afterAll(() => test.close());

type Headers = Readonly<Record<string, string>>;

const bearer = (secret: string): Headers => ({ authorization: `Bearer ${secret}` });
const basic = (username: string, secret: string): Headers => ({
  authorization: `Basic ${Buffer.from(`${username}:${secret}`).toString('base64')}`,
});

async function send(payload: string, headers: Headers, url = '/oauth2/introspect') {
  const answer = await test.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': form, ...headers },
  });
  return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body) };
}

async function aServiceKey(): Promise<{ name: string; secret: string }> {
  const name = 'Backend of orders';
  const { body } = await operator.client.post('/platform/service-keys', { name, product: product.code });
  return { name, secret: body.secret };
}

const introspect = (
  token: string,
  more: Readonly<Record<string, string>> = {},
  by: Headers = bearer(asker),
) => send(new URLSearchParams({ token, ...more }).toString(), by);

describe('POST /oauth2/introspect, of a good key', () => {
  it('200 tells what it may do, until when, and whose it is', async () => {
    const now = Math.floor(test.clock.now().getTime() / 1_000);
    const expiresAt = new Date(test.clock.now().getTime() + 10 * dayMs).toISOString();
    const { key, secret } = await aKey(company.owner, { permissions: ['sales-invoices:read'], expiresAt });
    const { status, headers, body } = await introspect(secret, { token_type_hint: 'access_token' });

    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(headers['content-type']).toContain('application/json');
    expect(body).toEqual({
      ...{ active: true, scope: 'sales-invoices:read', client_id: key.id, sub: key.id, iss: issuer },
      ...{ token_type: 'Bearer', iat: now, exp: Math.floor(Date.parse(expiresAt) / 1_000) },
      ...{ company: company.slug, company_id: company.id, kind: 'company', environment: 'live' },
    });
  });

  it('200 names the owner and the product, where there is one', async () => {
    const machine = await aMachineKey(company.owner, await aServiceAccount(company, 'sales-invoices:read'));
    const ofProduct = await aKey(company.owner, { kind: 'product', product: product.code });

    expect((await introspect(machine.secret)).body).toMatchObject({
      kind: 'machine',
      username: expect.stringContaining(company.slug),
    });
    expect((await introspect(ofProduct.secret)).body).toMatchObject({
      ...{ aud: product.code, product: product.code, kind: 'product' },
      scope: expect.stringContaining(product.name('read')),
    });
  });

  it('counts a use, so that nobody takes the key for unused', async () => {
    const { key, secret } = await aKey(company.owner, {
      rateLimits: [{ name: 'once', limit: 1, windowSeconds: 60 }],
    });
    expect((await introspect(secret)).body.active).toBe(true);
    expect((await introspect(secret)).body).toEqual(inactive);
    const { body } = await company.owner.get(`/usage/refusals?keyId=${key.id}`);
    expect(JSON.stringify(body)).toContain('RATE_LIMITED');
  });

  it('200 takes the address that it came from, and the environment that is meant', async () => {
    const bound = await aKey(company.owner, { allowedAddresses: ['192.0.2.0/24'] });
    const ofTests = await aKey(company.owner, { environment: 'test' });

    expect((await introspect(bound.secret)).body).toEqual(inactive);
    expect((await introspect(bound.secret, { address: '192.0.2.7' })).body.active).toBe(true);
    expect((await introspect(ofTests.secret)).body).toEqual(inactive);
    expect((await introspect(ofTests.secret, { environment: 'test' })).body.active).toBe(true);
  });
});

describe('POST /oauth2/introspect, of any other text', () => {
  it('200 says no more than that it is inactive', async () => {
    const [revoked, disabled, foreign] = [
      await aKey(company.owner),
      await aKey(company.owner),
      await aKey(stranger.owner),
    ];
    await company.owner.post(`/keys/${revoked.key.id}/revoke`);
    await company.owner.post(`/keys/${disabled.key.id}/disable`);
    const service = (await aServiceKey()).secret;
    const unknown = generateKey('prefixed', 'kunci');
    const texts = [
      revoked.secret,
      disabled.secret,
      foreign.secret,
      service,
      unknown,
      'junk',
      'x'.repeat(60_000),
    ];

    for (const text of texts) {
      const { status, body } = await introspect(text);
      expect([status, body]).toEqual([200, inactive]);
    }
  });

  it('200 is inactive for a service key of another product', async () => {
    const { secret } = await aKey(company.owner);
    const ofProduct = await aKey(company.owner, { kind: 'product', product: product.code });
    const by = bearer((await aServiceKey()).secret);

    expect((await introspect(secret, {}, by)).body).toEqual(inactive);
    expect((await introspect(ofProduct.secret, {}, by)).body.active).toBe(true);
  });
});

describe('POST /oauth2/introspect, the caller', () => {
  it('200 is a service key or a key that may verify, in Bearer or Basic, form-encoded or not', async () => {
    const { secret } = await aKey(company.owner);
    const ofProduct = await aKey(company.owner, { kind: 'product', product: product.code });
    const { name, secret: service } = await aServiceKey();
    const encoded = encodeURIComponent(name).replaceAll('%20', '+');

    expect((await introspect(secret, {}, basic(company.slug, asker))).body.active).toBe(true);
    expect((await introspect(secret, {}, basic(company.slug, asker.replaceAll('_', '%5F')))).status).toBe(
      200,
    );
    for (const username of [name, encoded])
      expect((await introspect(ofProduct.secret, {}, basic(username, service))).body.active).toBe(true);
  });

  it('401 invalid_client for whoever may not ask, with a challenge', async () => {
    const [own, mayNot] = [
      await aKey(company.owner),
      await aKey(company.owner, { permissions: ['sales-invoices:read'] }),
    ];
    await company.owner.post(`/keys/${own.key.id}/revoke`);
    const refused: [Headers, string][] = [
      [{}, 'credentials-missing'],
      [bearer('junk'), 'invalid-credentials'],
      [bearer(own.secret), 'revoked'],
      [bearer(mayNot.secret), 'insufficient-permission'],
      [basic('somebody', asker), 'username-mismatch'],
      [{ cookie: 'kunci_session=x' }, 'credentials-missing'],
    ];

    for (const [headers, reason] of refused) {
      const answer = await introspect(asker, {}, headers);
      expect([answer.status, answer.body.error, answer.headers['kunci-reason']]).toEqual([
        401,
        'invalid_client',
        reason,
      ]);
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer realm="Kunci".*, Basic realm="Kunci"/);
      expect(answer.headers['content-type']).toContain('application/json');
    }
  });

  it('429 keeps to the limits of its own key', async () => {
    const limited = await aKey(company.owner, {
      permissions: ['keys:verify'],
      rateLimits: [{ name: 'once', limit: 1, windowSeconds: 60 }],
    });
    expect((await introspect(asker, {}, bearer(limited.secret))).status).toBe(200);
    const { status, headers, body } = await introspect(asker, {}, bearer(limited.secret));

    expect([status, body.error]).toEqual([429, 'temporarily_unavailable']);
    expect(headers).toHaveProperty('retry-after');
  });
});

describe('POST /oauth2/introspect, the request', () => {
  it.each([
    ['no token', '', {}],
    ['an empty token', 'token=', {}],
    ['two tokens', 'token=a&token=b', {}],
    ['an unknown environment', 'token=a&environment=both', {}],
    ['no address', 'token=a&address=here', {}],
    ['JSON', '{"token":"a"}', { 'content-type': 'application/json' }],
    ['text', 'token=a', { 'content-type': 'text/plain' }],
    ['several credentials', 'token=a', { 'x-api-key': 'a' }],
  ])('400 invalid_request for %s', async (_what, payload, headers) => {
    const { status, body } = await send(payload, { ...bearer(asker), ...headers });
    expect([status, body.error]).toEqual([400, 'invalid_request']);
    expect(body.error_description).toMatch(/^[\x20-\x7E]+$/);
  });

  it.each(['/oauth2/introspect', '/oauth2/revoke'])(
    '400 refuses a secret in the address of %s',
    async (path) => {
      const { secret } = await aKey(company.owner);
      const { status, body } = await send('token=a', bearer(asker), `${path}?token=${secret}`);

      expect([status, body.error]).toEqual([400, 'invalid_request']);
      expect(JSON.stringify(body)).not.toContain(secret);
    },
  );

  it('413 is a body that is too large', async () => {
    const { status, body } = await introspect('x'.repeat(70_000));
    expect([status, body.error]).toEqual([413, 'invalid_request']);
  });

  it('405 is another method, as everywhere', async () => {
    const { statusCode, headers } = await test.app.inject({ method: 'GET', url: '/oauth2/introspect' });
    expect([statusCode, headers['allow']]).toEqual([405, 'POST']);
  });
});

describe('GET /.well-known/oauth-authorization-server', () => {
  it('200 says where to ask and how', async () => {
    const answer = await test.app.inject({ url: '/.well-known/oauth-authorization-server' });

    expect(answer.statusCode).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({
      issuer,
      introspection_endpoint: `${issuer}/oauth2/introspect`,
      introspection_endpoint_auth_methods_supported: ['client_secret_basic', 'Bearer'],
      revocation_endpoint: `${issuer}/oauth2/revoke`,
      revocation_endpoint_auth_methods_supported: ['none'],
      response_types_supported: [],
      grant_types_supported: [],
      service_documentation: `${issuer}/docs`,
    });
  });
});
