import { randomBytes } from 'node:crypto';
import { aCompany, aKey, startApp, type TestApp, type TestCompany } from '../support';
import { anOperator } from '../support/operators';
import { statementsOf } from '../support/statements';

const audiences = ['https://orders.example.com', 'https://billing.example.com'];
const gateway = '127.0.0.1';
const client = '198.51.100.7';

let test: TestApp;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp({
    env: {
      GATEWAY_LISTEN: '0',
      GATEWAY_AUDIENCES: audiences.join(','),
      KUNCI_SIGNING_KEYS: `v1:${randomBytes(32).toString('base64')}`,
      TRUST_PROXY: '10.0.0.0/8',
      METRICS: 'open',
    },
  });
  company = await aCompany(test);
});
afterAll(() => test.close());

type Headers = Readonly<Record<string, string>>;

/** On the listener for gateways, unless it is the public one. */
async function ask(url: string, headers: Headers = {}, door: 'gateways' | 'public' = 'gateways', app = test) {
  const server = door === 'public' ? app.app.getHttpAdapter().getInstance() : app.gateways?.fastify;
  const answer = await server?.inject({ method: 'GET', url, headers, remoteAddress: gateway });
  if (answer === undefined) throw new Error('There is no listener for gateways.');
  const told = Object.keys(answer.headers).filter((name) => name.startsWith('kunci-'));
  return { status: answer.statusCode, headers: answer.headers, body: answer.body, told };
}

const withKey = (secret: string, more: Headers = {}): Headers => ({
  'x-api-key': secret,
  'x-forwarded-for': client,
  ...more,
});

function claimsIn(token: unknown) {
  return JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString());
}

describe('a gateway on the listener for gateways', () => {
  it('200 is told whose the key is, without a key of its own', async () => {
    const { key, secret } = await aKey(company.owner);
    const { status, headers, body } = await ask('/gateway/check', withKey(secret));

    expect([status, body]).toEqual([200, '']);
    expect(headers).toMatchObject({ 'kunci-key-id': key.id, 'kunci-company': company.slug });
    expect(claimsIn(headers['kunci-identity'])).toMatchObject({ sub: key.id, aud: audiences[0] });
  });

  it('200 has an identity for the audience that it names', async () => {
    const { secret } = await aKey(company.owner);
    const query = `?audience=${encodeURIComponent(audiences[1] ?? '')}`;
    const { headers } = await ask(`/gateway/check${query}`, withKey(secret));

    expect(claimsIn(headers['kunci-identity'])).toMatchObject({ aud: audiences[1] });
  });

  it('403 names an audience that is not configured', async () => {
    const { secret } = await aKey(company.owner);
    const { status, headers, told } = await ask(
      '/gateway/check?audience=https://bank.example.com',
      withKey(secret),
    );
    expect([status, headers['kunci-reason'], told]).toEqual([403, 'gateway-refused', ['kunci-reason']]);
  });

  it('400 is a client who names an audience or a cost behind the path', async () => {
    const { secret } = await aKey(company.owner);
    for (const query of [`audience=${audiences[1] ?? ''}`, 'cost=0'])
      expect((await ask(`/gateway/check/orders?${query}`, withKey(secret))).status).toBe(400);
  });

  it('401 and 403 are as everywhere, and tell nothing', async () => {
    const { secret } = await aKey(company.owner);
    const junk = await ask('/gateway/check', withKey('junk'));
    const lacking = await ask('/gateway/check?permission=nobody:knows', withKey(secret));

    expect([junk.status, junk.told]).toEqual([401, ['kunci-reason']]);
    expect([lacking.status, lacking.told]).toEqual([403, ['kunci-reason']]);
  });

  it('403 sends the key of a gateway that is not good', async () => {
    const { secret } = await aKey(company.owner);
    const { status, headers } = await ask('/gateway/check', withKey(secret, { 'kunci-gateway': 'junk' }));
    expect([status, headers['kunci-reason']]).toEqual([403, 'gateway-refused']);
  });

  it('200 is told for the audience of its key, if it sends one', async () => {
    const operator = await anOperator(test);
    const made = await operator.client.post('/platform/service-keys', {
      name: 'Edge',
      gateway: { audiences: ['https://edge.example.com'] },
    });
    const { secret } = await aKey(company.owner);
    const { headers } = await ask('/gateway/check', withKey(secret, { 'kunci-gateway': made.body.secret }));
    expect(claimsIn(headers['kunci-identity'])).toMatchObject({ aud: 'https://edge.example.com' });
  });

  it('asks the database nothing about a key that is remembered', async () => {
    const { secret } = await aKey(company.owner);
    await ask('/gateway/check', withKey(secret));
    const said = await statementsOf(test, () => ask('/gateway/check', withKey(secret)));
    expect(said.filter((sql) => !sql.includes('INTO key_usage'))).toEqual([]);
  });
});

describe('who is told nothing', () => {
  it('is a customer with the same question at the public port', async () => {
    const { secret } = await aKey(company.owner);
    for (const query of ['', `?audience=${audiences[0] ?? ''}`]) {
      const { status, told } = await ask(`/gateway/check${query}`, withKey(secret), 'public');
      expect([status, told]).toEqual([200, []]);
    }
  });

  it('200 signs nothing where no audience is configured', async () => {
    const other = await startApp({
      env: { GATEWAY_LISTEN: '0', KUNCI_SIGNING_KEYS: `v1:${randomBytes(32).toString('base64')}` },
    });
    try {
      const { key, secret } = await aKey((await aCompany(other)).owner);
      const told = await ask('/gateway/check', withKey(secret), 'gateways', other);
      const named = await ask('/gateway/check?audience=a', withKey(secret), 'gateways', other);

      expect(told.headers).toMatchObject({ 'kunci-key-id': key.id, 'kunci-identity': '' });
      expect([named.status, named.headers['kunci-reason']]).toEqual([403, 'gateway-refused']);
    } finally {
      await other.close();
    }
  });
});

describe('where a client is', () => {
  const limited = async () => (await aKey(company.owner, { allowedAddresses: [client] })).secret;

  it('is what the gateway says', async () => {
    const secret = await limited();
    expect((await ask('/gateway/check', withKey(secret))).status).toBe(200);
    const { status, headers } = await ask(
      '/gateway/check',
      withKey(secret, { 'x-forwarded-for': '203.0.113.9' }),
    );
    expect([status, headers['kunci-reason']]).toEqual([403, 'address-not-allowed']);
  });

  it('is not what the client says before that', async () => {
    const forged = { 'x-forwarded-for': `${client}, 203.0.113.9` };
    expect((await ask('/gateway/check', withKey(await limited(), forged))).status).toBe(403);
  });

  it('is what a trusted proxy before the gateway says', async () => {
    const chain = { 'x-forwarded-for': `${client}, 10.1.2.3` };
    expect((await ask('/gateway/check', withKey(await limited(), chain))).status).toBe(200);
  });

  it.each<Headers>([{}, { 'x-forwarded-for': 'unknown' }, { 'x-forwarded-for': '' }])(
    'is never the address of the gateway: %j',
    async (headers) => {
      const { secret } = await aKey(company.owner, { allowedAddresses: [gateway] });
      const { status } = await ask('/gateway/check', { 'x-api-key': secret, ...headers });
      expect(status).toBe(403);
    },
  );
});

describe('what else is on the listener for gateways', () => {
  it('200 are the signing keys and the health checks', async () => {
    expect(JSON.parse((await ask('/.well-known/jwks.json')).body).keys).toHaveLength(1);
    for (const path of ['/health/live', '/health/ready'])
      expect(await ask(path)).toMatchObject({ status: 200, body: '{"status":"ok"}' });
  });

  it.each([
    '/',
    '/api/v1/me',
    '/core/api/v1/me',
    '/api/v1/keys',
    '/openapi.json',
    '/docs',
    '/metrics',
    '/gateway',
    '/gateway/other',
  ])('404 is everything else: %s', async (path) => {
    const { secret } = await aKey(company.owner);
    expect((await ask(path, withKey(secret))).status).toBe(404);
  });
});

describe('what is kept of a question on the listener for gateways', () => {
  it('is one use of the key, a line in the log and a figure', async () => {
    const { key, secret } = await aKey(company.owner);
    const before = test.logged.length;
    await ask('/gateway/check', withKey(secret, { 'user-agent': 'shop/1' }));
    await test.settle();

    const { body } = await company.owner.get(`/keys/${key.id}`);
    expect(body.lastUsed).toMatchObject({ address: client, userAgent: 'shop/1' });
    expect(test.logged.slice(before).join('')).toContain('"route":"/gateway/check","status":200');
    const figures = await test.anyone.get('/metrics');
    expect(String(figures.body)).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/gateway\/check",status="200"\} [1-9]/,
    );
  });
});
