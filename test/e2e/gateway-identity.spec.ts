import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { secondMs } from '../../src/platform';
import { aCompany, aKey, startApp, type TestApp, type TestCompany } from '../support';
import { aDefinedProduct, type DefinedProduct } from '../support/defined-product';
import { anOperator, type TestOperator } from '../support/operators';
import { statementsOf } from '../support/statements';

const seeds = [1, 2].map((number) => `v${number}:${randomBytes(32).toString('base64')}`);
const audiences = ['https://orders.example.com', 'https://billing.example.com'];

let test: TestApp;
let operator: TestOperator;
let company: TestCompany;
let product: DefinedProduct;
let gateway: string;

beforeAll(async () => {
  test = await startApp({ env: { KUNCI_SIGNING_KEYS: seeds.join(',') } });
  operator = await anOperator(test);
  company = await aCompany(test);
  product = await aDefinedProduct(operator, ['read', 'refund']);
  await product.enable(company.id);
  gateway = (await aServiceKey({ gateway: { audiences } })).secret;
});
afterAll(() => test.close());

type Headers = Readonly<Record<string, string>>;

async function aServiceKey(input: object): Promise<{ id: string; secret: string }> {
  const { status, body } = await operator.client.post('/platform/service-keys', {
    name: 'Gateway',
    ...input,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { id: body.serviceKey.id, secret: body.secret };
}

async function ask(query: string, headers: Headers, remoteAddress = '127.0.0.1') {
  const url = `/gateway/check${query}`;
  const answer = await test.app.inject({ method: 'GET', url, headers, remoteAddress });
  const identity = Object.entries(answer.headers).filter(([name]) => isOfIdentity(name));
  return { status: answer.statusCode, headers: answer.headers, identity: Object.fromEntries(identity) };
}

function isOfIdentity(name: string): boolean {
  return name.startsWith('kunci-') && !['kunci-reason', 'kunci-key-expires'].includes(name);
}

const aProductKey = () => aKey(company.owner, { kind: 'product', product: product.code });
const withKey = (secret: string): Headers => ({ 'x-api-key': secret });
const fromGateway = (secret: string, key = gateway): Headers => ({
  ...withKey(secret),
  'kunci-gateway': key,
});

/** As an API reads it that knows nothing but the published keys. @throws where the signature is not of one of them. */
async function claimsIn(token: unknown) {
  const [head = '', body = '', signature = ''] = String(token).split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  const { body: published } = await test.anyone.get('/.well-known/jwks.json');
  const jwk = published.keys.find(({ kid }: { kid: string }) => kid === read(head).kid);
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  if (!verify(null, Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url')))
    throw new Error('This was not signed by Kunci.');
  return { head: read(head), claims: read(body) };
}

describe('a gateway that proves itself', () => {
  it('200 is told whose the key is', async () => {
    const { key, secret } = await aProductKey();
    const { status, identity } = await ask(`?permission=${product.name('read')}`, fromGateway(secret));

    expect(status).toBe(200);
    expect(identity).toEqual({
      'kunci-key-id': key.id,
      'kunci-key-kind': 'product',
      'kunci-company': company.slug,
      'kunci-company-id': company.id,
      'kunci-owner': '',
      'kunci-product': product.code,
      'kunci-environment': 'live',
      'kunci-permissions': product
        .permissions('read', 'refund')
        .map(({ name }) => name)
        .join(' '),
      'kunci-permissions-omitted': '',
      'kunci-identity': expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    });
  });

  it('200 has it signed for 60 seconds, for its first audience or the one it names', async () => {
    const { key, secret } = await aProductKey();
    const nowS = Math.floor(test.clock.now().getTime() / secondMs);
    const query = `?permission=${product.name('read')}&product=${product.code}`;
    const first = await claimsIn((await ask(query, fromGateway(secret))).identity['kunci-identity']);
    const named = `${query}&audience=${encodeURIComponent(audiences[1] ?? '')}`;
    const second = await claimsIn((await ask(named, fromGateway(secret))).identity['kunci-identity']);

    expect(first.head).toEqual({ alg: 'EdDSA', typ: 'JWT', kid: 'v1' });
    expect(first.claims).toEqual({
      iss: test.config.http.publicUrl,
      ...{ sub: key.id, aud: audiences[0], iat: nowS, exp: nowS + 60 },
      ...{ company: company.slug, company_id: company.id, kind: 'product', owner: null },
      ...{ product: product.code, environment: 'live', permission_asked: product.name('read') },
      permissions: product.permissions('read', 'refund').map(({ name }) => name),
    });
    expect(second.claims).toMatchObject({ sub: key.id, aud: audiences[1] });
  });

  it('200 is signed again when less than 30 seconds are left', async () => {
    const { secret } = await aProductKey();
    const tokenNow = async () => (await ask('', fromGateway(secret))).identity['kunci-identity'];
    const first = await tokenNow();
    test.clock.advance(29 * secondMs);
    const same = await tokenNow();
    test.clock.advance(2 * secondMs);

    expect(same).toBe(first);
    expect(await tokenNow()).not.toBe(first);
  });

  it('200 is signed for no longer than the key lasts', async () => {
    const expiresAt = new Date(test.clock.now().getTime() + 20 * secondMs);
    const input = { kind: 'product', product: product.code, expiresAt: expiresAt.toISOString() };
    const { secret } = await aKey(company.owner, input);
    const { identity } = await ask('', fromGateway(secret));

    const { claims } = await claimsIn(identity['kunci-identity']);
    expect(claims.exp).toBe(Math.floor(expiresAt.getTime() / secondMs));
  });

  it('200 has what the key has now, when that changed', async () => {
    const { key, secret } = await aProductKey();
    await ask('', fromGateway(secret));
    await company.owner.patch(`/keys/${key.id}`, { permissions: [product.name('read')] });
    const { identity } = await ask('', fromGateway(secret));

    expect(identity['kunci-permissions']).toBe(product.name('read'));
    expect((await claimsIn(identity['kunci-identity'])).claims.permissions).toEqual([product.name('read')]);
  });

  it('200 names an owner in any letters, and no value ends a header', async () => {
    const owner = await company.member('member', 'api-key-generate', 'api-key-sign-in');
    await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
    const { secret } = await aKey(owner.client, { kind: 'personal', name: 'مفتاح' });
    const { identity } = await ask('', fromGateway(secret));

    expect(decodeURIComponent(String(identity['kunci-owner']))).toBe(owner.username);
    for (const value of Object.values(identity)) expect(value).toMatch(/^[\x21-\x7e ]*$/);
  });

  it('asks the database for neither key when both are remembered', async () => {
    const { secret } = await aProductKey();
    await ask('', fromGateway(secret));
    const said = await statementsOf(test, () => ask('', fromGateway(secret)));

    expect(said.filter((sql) => !sql.includes('INTO key_usage'))).toEqual([]);
  });

  it('200 leaves the permissions out where all would be too long, and says so', async () => {
    const actions = Array.from({ length: 60 }, (_, at) => `do-something-with-a-long-name-${at}`);
    const large = await aDefinedProduct(operator, actions);
    await large.enable(company.id);
    const { secret } = await aKey(company.owner, { kind: 'product', product: large.code });
    const { identity } = await ask('', fromGateway(secret));

    expect(identity).toMatchObject({ 'kunci-permissions': '', 'kunci-permissions-omitted': '1' });
    expect((await claimsIn(identity['kunci-identity'])).claims).toMatchObject({ permissions_omitted: true });
    expect(JSON.stringify(identity).length).toBeLessThan(3_000);
  });

  it('401 learns nothing of the key of another product than its own', async () => {
    const other = await aServiceKey({ product: product.code, gateway: { audiences } });
    const ofCompany = await aKey(company.owner);
    const { status, identity } = await ask('', fromGateway(ofCompany.secret, other.secret));

    expect([status, identity]).toEqual([401, {}]);
    expect((await ask('', fromGateway((await aProductKey()).secret, other.secret))).status).toBe(200);
  });
});

describe('who is told nothing', () => {
  it('is a customer with a key of their own, for whatever audience', async () => {
    const { secret } = await aProductKey();
    for (const query of ['', '?audience=https://orders.example.com', '?audience=https://bank.example.com']) {
      const { status, identity } = await ask(query, withKey(secret));
      expect([status, identity]).toEqual([200, {}]);
    }
  });

  it.each([
    [
      'the key of a customer',
      async () => (await aKey(company.owner, { permissions: ['keys:verify'] })).secret,
    ],
    ['a service key that is for no gateway', async () => (await aServiceKey({})).secret],
    [
      'one of elsewhere',
      async () => (await aServiceKey({ gateway: { audiences }, allowedAddresses: ['192.0.2.1'] })).secret,
    ],
    ['junk', async () => Promise.resolve('junk')],
    [
      'one that was revoked',
      async () => {
        const { id, secret } = await aServiceKey({ gateway: { audiences } });
        await operator.client.post(`/platform/service-keys/${id}/revoke`);
        return secret;
      },
    ],
  ])('403 is who says to be a gateway with %s', async (_what, keyOf) => {
    const { secret } = await aProductKey();
    const { status, headers, identity } = await ask('', fromGateway(secret, await keyOf()));

    expect([status, headers['kunci-reason'], identity]).toEqual([403, 'gateway-refused', {}]);
  });

  it('403 is a gateway that asks for an audience that is not its own', async () => {
    const { secret } = await aProductKey();
    const { status, headers } = await ask('?audience=https://bank.example.com', fromGateway(secret));
    expect([status, headers['kunci-reason']]).toEqual([403, 'gateway-refused']);
  });

  it('400 is a client who names an audience behind the path', async () => {
    const { secret } = await aProductKey();
    const { status } = await ask(`/orders?audience=${audiences[1] ?? ''}`, fromGateway(secret));
    expect(status).toBe(400);
  });
});

describe('making the key of a gateway', () => {
  it('201 says for whom it may ask, and the list does', async () => {
    const made = await operator.client.post('/platform/service-keys', {
      name: 'Edge',
      gateway: { audiences },
    });
    const { body } = await operator.client.get('/platform/service-keys');

    expect(made.body.serviceKey.gateway).toEqual({ audiences });
    expect(body.data[0].gateway).toEqual({ audiences });
  });

  it.each([
    ['none', { audiences: [] }],
    ['a blank', { audiences: ['a b'] }],
    ['eleven', { audiences: Array.from({ length: 11 }, (_, at) => `a${at}`) }],
  ])('422 has invalid audiences: %s', async (_what, input) => {
    const { status } = await operator.client.post('/platform/service-keys', { name: 'Edge', gateway: input });
    expect(status).toBe(422);
  });

  it('422 may not verify', async () => {
    const body = { name: 'Edge', permissions: ['companies:manage'], gateway: { audiences } };
    const answer = await operator.client.post('/platform/service-keys', body);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/gateway']);
  });
});

describe('the published keys', () => {
  it('200 are all that are configured, and nothing secret', async () => {
    const { status, body, headers } = await test.anyone.get('/.well-known/jwks.json');

    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=300']);
    expect(body.keys.map(({ kid }: { kid: string }) => kid)).toEqual(['v1', 'v2']);
    for (const key of body.keys) expect(Object.keys(key)).toEqual(['kty', 'crv', 'x', 'kid', 'alg', 'use']);
  });
});
