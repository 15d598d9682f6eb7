import { randomBytes } from 'node:crypto';
import { freePort } from '../support/free-port';
import { Installation } from '../support/installation';
import { createTestDatabase } from '../support/test-database';
import { type AnswerOnTheWire, exchange, requestBytes, type ShippedServer, startShipped } from './support';
import { RecordingApi } from './support/recording-api';
import { proxyPrograms, TlsProxy } from './support/tls-proxy';
import { Webshop } from './support/webshop';

const counts = process.env['CI'] === 'true';
const audience = 'https://api.example.com';
/** Another address of this machine. Linux has all of 127/8. */
const elsewhere = '127.0.0.2';

type Headers = Readonly<Record<string, string>>;

async function get(address: string, target: string, headers: Headers = {}, from?: string) {
  const script = [requestBytes('GET', target, { host: 'api.example.com', ...headers })];
  const { answers } = await exchange(address, script, from === undefined ? {} : { from });
  return answers[0];
}

function told(answer: AnswerOnTheWire | undefined): string[] {
  return Object.keys(answer?.headers ?? {}).filter((name) => name.startsWith('kunci-'));
}

describe('the listener for gateways', () => {
  let server: ShippedServer;
  let shop: Webshop;
  let listener: string;

  beforeAll(async () => {
    const GATEWAY_LISTEN = String(await freePort());
    listener = `http://127.0.0.1:${GATEWAY_LISTEN}`;
    server = await startShipped('development on SQLite', {
      GATEWAY_LISTEN,
      GATEWAY_AUDIENCES: audience,
      KUNCI_SIGNING_KEYS: `v1:${randomBytes(32).toString('base64')}`,
    });
    shop = await Webshop.of(server.wire);
  });
  afterAll(() => server.close());

  it('says where it listens', () => {
    expect(server.instance.logged('listening')).toMatchObject([{ gateways: listener }]);
  });

  it('tells whose a key is, which the public port tells no customer', async () => {
    const { secret } = await shop.key();
    const target = `/gateway/check?audience=${audience}`;
    const there = await get(listener, target, { 'x-api-key': secret });
    const here = await get(server.address, target, { 'x-api-key': secret });

    expect([there?.status, told(there)]).toEqual([200, expect.arrayContaining(['kunci-identity'])]);
    expect([here?.status, told(here)]).toEqual([200, []]);
  });

  it.each(['/api/v1/me', '/', '/docs', '/metrics'])('404 is everything else: %s', async (target) => {
    const { secret } = await shop.key();
    expect((await get(listener, target, { 'x-api-key': secret }))?.status).toBe(404);
  });

  // On a developer's machine a proxy may be missing; where the result counts for others it may not.
  it.each(proxyPrograms.filter((program) => counts || TlsProxy.isInstalled(program)))(
    'needs no key of the gateway, no trusted proxy, and sees where clients are: %s',
    async (program) => {
      const api = new RecordingApi();
      const edits = program === 'caddy' ? ([['# copy_headers', 'copy_headers']] as const) : [];
      const both = { kunci: listener, api: await api.start() };
      const proxy = await TlsProxy.asGateway(program, both, await freePort(), edits);
      try {
        const { id, secret } = await shop.key({ allowedAddresses: [elsewhere] });
        const claims = { 'x-api-key': secret, 'x-forwarded-for': elsewhere, 'kunci-key-id': 'x' };
        const there = await get(proxy.address, '/orders', claims, elsewhere);
        const other = await get(proxy.address, '/orders', claims, '127.0.0.3');
        const [request, ...more] = api.take();

        expect([there?.status, other?.status, more]).toEqual([200, 403, []]);
        expect(request?.headers).toMatchObject({ 'kunci-key-id': id, 'kunci-company': 'orbit-bookings' });
        expect(request?.headers['kunci-identity']).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
      } finally {
        await proxy.close();
        await api.close();
      }
    },
  );
});

describe('a listener for gateways that names who may connect', () => {
  let server: ShippedServer;
  let listener: string;

  beforeAll(async () => {
    const port = await freePort();
    listener = `http://127.0.0.1:${port}`;
    server = await startShipped('development on SQLite', {
      GATEWAY_LISTEN: `0.0.0.0:${port}`,
      GATEWAY_ALLOWED_ADDRESSES: elsewhere,
    });
  });
  afterAll(() => server.close());

  it('does not hear others, whatever they say of where they are', async () => {
    const headers = { 'x-forwarded-for': elsewhere };
    expect(await get(listener, '/health/live', headers)).toBeUndefined();
    expect((await get(listener, '/health/live', {}, elsewhere))?.status).toBe(200);
  });
});

describe('the end of a server with a listener for gateways', () => {
  const installation = new Installation();
  const database = createTestDatabase('sqlite');
  afterAll(async () => {
    await installation.close();
    await (await database).drop();
  });

  it('closes both, and writes the uses that were counted on either', async () => {
    const port = await freePort();
    const ground = { ...(await database).env, KUNCI_MODE: 'development' };
    const first = await installation.start({ ...ground, GATEWAY_LISTEN: String(port) });
    const shop = await Webshop.of(first.wire);
    const { id, secret } = await shop.key();
    const listener = `http://127.0.0.1:${port}`;
    // A connection that is kept open holds up nothing.
    const kept = exchange(listener, [requestBytes('GET', '/health/live', {})], { untilClosed: true });
    const { status } = (await get(listener, '/gateway/check', { 'x-api-key': secret })) ?? {};
    const ended = await first.stop();

    expect([status, ended, (await kept).closed]).toEqual([200, { code: 0, signal: null }, true]);
    const second = await installation.start(ground);
    expect((await (await Webshop.again(second.wire)).keyById(id)).lastUsed).not.toBeNull();
  });
});
