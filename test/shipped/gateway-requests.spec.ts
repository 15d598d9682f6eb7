import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type AnswerOnTheWire, exchange, requestBytes, type ShippedServer, startShipped } from './support';
import { Webshop } from './support/webshop';

/** What a file of `integrations` says, which tests look into freely. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function shippedYaml(file: string): any {
  return parse(readFileSync(path.resolve(__dirname, '../../integrations', file), 'utf8'));
}

let server: ShippedServer;
let shop: Webshop;

beforeAll(async () => {
  server = await startShipped('development on SQLite', { TRUST_PROXY: '127.0.0.1' });
  shop = await Webshop.of(server.wire);
});
afterAll(() => server.close());

type Headers = Readonly<Record<string, string>>;

async function ask(method: string, target: string, headers: Headers, body = ''): Promise<AnswerOnTheWire> {
  const { answers } = await exchange(server.address, [requestBytes(method, target, headers, body)], {
    methods: [method],
  });
  // A cast: without an answer the test fails at what it expects of it.
  return answers[0] as AnswerOnTheWire;
}

/** Of keys that may and may not what the files ask for, and of a test key. */
async function statusesOf(
  permission: string,
  asked: (secret: string) => Promise<AnswerOnTheWire>,
): Promise<number[]> {
  const keys = [
    await shop.key({ permissions: [permission] }),
    await shop.key({ permissions: ['orders:refund'] }),
    await shop.key({ environment: 'test' }),
  ];
  const statuses: number[] = [];
  for (const { secret } of keys) statuses.push((await asked(secret)).status);
  return statuses;
}

/** As their documentation describes the requests that they send: neither can be had here. */
describe('the requests of gateways whose configuration ships', () => {
  it.each([
    ['reads', 'orders:read'],
    ['writes', 'orders:write'],
  ])('are answered as those of Traefik: %s', async (router, permission) => {
    const { routers, middlewares } = shippedYaml('traefik/gateway.yaml').http;
    const [asking] = routers[router].middlewares.filter((name: string) => 'forwardAuth' in middlewares[name]);
    const { forwardAuth } = middlewares[asking];
    const { host, pathname, search } = new URL(forwardAuth.address);
    const forwarded = {
      'x-forwarded-method': 'POST',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'api.example.com',
      'x-forwarded-uri': '/orders?environment=test',
      'x-forwarded-for': '203.0.113.9',
    };

    expect(forwardAuth.authRequestHeaders).toEqual(expect.arrayContaining(['X-API-Key', 'Authorization']));
    expect(
      await statusesOf(permission, (secret) =>
        ask('GET', pathname + search, { host, ...forwarded, 'x-api-key': secret }),
      ),
    ).toEqual([200, 403, 403]);
  });

  it.each(['GET', 'POST', 'PROPFIND', 'OPTIONS'])('are answered as those of Envoy: %s', async (method) => {
    const [manager] =
      shippedYaml('envoy/gateway.yaml').static_resources.listeners[0].filter_chains[0].filters;
    const filters: { name: string; typed_config: { http_service: { path_prefix: string } } }[] =
      manager.typed_config.http_filters;
    const asking = filters.find(({ name }) => name === 'envoy.filters.http.ext_authz');
    const prefix = asking?.typed_config.http_service.path_prefix ?? '';
    const headers = { host: 'api.example.com', 'content-length': '0', 'x-forwarded-for': '203.0.113.9' };

    expect(
      await statusesOf('orders:read', (secret) =>
        ask(method, `${prefix}/orders?permission=none:such&environment=test&deny=x`, {
          ...headers,
          authorization: `Bearer ${secret}`,
        }),
      ),
    ).toEqual([200, 403, 403]);
  });
});

describe('a request with a body', () => {
  const body = 'x'.repeat(200_000);
  const headers = { 'content-type': 'nonsense', 'content-length': String(body.length) };

  it('is answered without it, and the next one on the same connection as well', async () => {
    const { secret } = await shop.key();
    const key = { 'x-api-key': secret };
    const two = [
      requestBytes('POST', '/gateway/check', { ...headers, ...key }, body),
      requestBytes('GET', '/gateway/check', key),
    ];
    const { answers } = await exchange(server.address, two, { methods: ['POST', 'GET'] });

    expect(answers.map(({ status, body: got }) => [status, got])).toEqual([
      [200, ''],
      [200, ''],
    ]);
  });

  it('401 does not wait for it', async () => {
    const { tookMs, answers } = await exchange(
      server.address,
      [requestBytes('POST', '/gateway/check', { ...headers, 'x-api-key': 'junk' })],
      { methods: ['POST'] },
    );
    expect([answers[0]?.status, answers[0]?.body]).toEqual([401, '']);
    expect(tookMs).toBeLessThan(1_000);
  });
});

describe('what is no request that can be read', () => {
  it.each([
    ['an address that is no UTF-8', '/gateway/check/%ff', {}],
    ['half an escape', '/gateway/check/%', {}],
    ['a query of anything', '/gateway/check?%&&=&%00', {}],
    ['no host', '/gateway/check', { host: null }],
  ] as const)('400 has no body: %s', async (_what, target, headers) => {
    const bytes = requestBytes('GET', target, headers);
    const { answers } = await exchange(server.address, [bytes]);
    expect(answers.map(({ status, body }) => [status, body])).toEqual([[400, '']]);
  });
});
