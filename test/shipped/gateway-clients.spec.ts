import { freePort } from '../support/free-port';
import { type AnswerOnTheWire, exchange, requestBytes, type ShippedServer, startShipped } from './support';
import { RecordingApi } from './support/recording-api';
import { proxyPrograms, TlsProxy } from './support/tls-proxy';
import { Webshop } from './support/webshop';

const counts = process.env['CI'] === 'true';
const host = 'api.example.com';
const websocket = { connection: 'Upgrade', upgrade: 'WebSocket', 'sec-websocket-version': '13' };

type Headers = Readonly<Record<string, string>>;

async function send(to: TlsProxy, headers: Headers, method = 'GET'): Promise<AnswerOnTheWire> {
  const bytes = requestBytes(method, '/orders?environment=test', { host, ...headers });
  const { answers } = await exchange(to.address, [bytes], { methods: [method] });
  // A cast: without an answer the test fails at what it expects of it.
  return answers[0] as AnswerOnTheWire;
}

// On a developer's machine a proxy may be missing; where the result counts for others it may not.
describe.each(proxyPrograms.filter((program) => counts || TlsProxy.isInstalled(program)))(
  'clients of an API behind %s, with the file that ships',
  (program) => {
    const api = new RecordingApi();
    let server: ShippedServer;
    let shop: Webshop;
    let apiAddress: string;
    let proxy: TlsProxy;

    beforeAll(async () => {
      server = await startShipped('development on SQLite', { TRUST_PROXY: '127.0.0.1' });
      shop = await Webshop.of(server.wire);
      apiAddress = await api.start();
      const both = { kunci: server.address, api: apiAddress };
      proxy = await TlsProxy.asGateway(program, both, await freePort());
    });
    beforeEach(() => api.take());
    afterAll(async () => {
      await proxy.close();
      await api.close();
      await server.close();
    });

    it('may read with one permission, and need another for everything else', async () => {
      const reading = { 'x-api-key': (await shop.key({ permissions: ['orders:read'] })).secret };
      const writing = { 'x-api-key': (await shop.key({ permissions: ['orders:write'] })).secret };
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
        const reads = ['GET', 'HEAD'].includes(method);
        expect((await send(proxy, reading, method)).status).toBe(reads ? 200 : 403);
        expect((await send(proxy, writing, method)).status).toBe(reads ? 403 : 200);
      }
    });

    it.each<Headers>([
      { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQAAP__' },
      { connection: 'Upgrade', upgrade: 'h2c\r\nUpgrade: websocket' },
      { connection: 'Upgrade', upgrade: 'websocket\r\nUpgrade: h2c' },
      { connection: 'Upgrade', upgrade: 'tunnel' },
    ])('get no tunnel but a WebSocket: $upgrade', async (headers) => {
      const { secret } = await shop.key();
      await send(proxy, { 'x-api-key': secret, ...headers });
      for (const { headers: got } of api.take()) expect(got.upgrade ?? 'websocket').toBe('websocket');
    });

    it('get a WebSocket however they spell it', async () => {
      const { secret } = await shop.key();
      await send(proxy, { 'x-api-key': secret, ...websocket });
      expect(api.take()).toMatchObject([{ headers: { upgrade: 'websocket' } }]);
    });

    it('claim nothing with names that are the same to some programs', async () => {
      const { secret } = await shop.key();
      const claims = { Kunci_Company: 'victim', 'KUNCI-KEY_ID': 'x', kunci_identity: 'e30.e30.' };
      const { status } = await send(proxy, { 'x-api-key': secret, ...claims });
      const [request] = api.take();

      expect(status).toBe(200);
      expect(Object.keys(request?.headers ?? {}).filter((name) => name.startsWith('kunci'))).toEqual([]);
    });

    it.each([
      [
        'long header fields',
        { 'x-1': 'a'.repeat(7_000), 'x-2': 'b'.repeat(7_000), 'x-3': 'c'.repeat(7_000) },
      ],
      ['odd characters', { 'x-odd': 'a\u0001b' }],
    ])('4xx refuses what is theirs, and never 5xx: %s', async (_what, headers) => {
      const { status } = await send(proxy, headers);
      expect([Math.floor(status / 100), api.take()]).toEqual([4, []]);
    });

    it('do not say what Kunci is asked, also where the file asks for any key', async () => {
      const kunci = new RecordingApi();
      const both = { kunci: await kunci.start(), api: apiAddress };
      const [asked, any] =
        program === 'nginx'
          ? ['/gateway/check?permission=$kunci_permission&deny=nginx', '/gateway/check?deny=nginx']
          : ['/gateway/check?permission={permission}', '/gateway/check?'];
      const asking = await TlsProxy.asGateway(program, both, await freePort(), [[asked, any]]);
      try {
        await send(asking, { 'x-api-key': 'kunci_x', cookie: 'session=of-the-api' });
        const [{ url, headers } = { url: '', headers: {} }] = kunci.take();

        expect(url).toMatch(program === 'nginx' ? /^\/gateway\/check\?deny=nginx$/ : /^\/gateway\/check\??$/);
        expect(headers).toMatchObject({ 'x-api-key': 'kunci_x' });
        if (program === 'nginx') expect(headers).not.toHaveProperty('cookie');
      } finally {
        await asking.close();
        await kunci.close();
      }
    });
  },
);
