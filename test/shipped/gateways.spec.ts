import { once } from 'node:events';
import { connect as connectHttp2 } from 'node:http2';
import { setTimeout as pause } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { generateKey } from '../../libs/api-key';
import { freePort } from '../support/free-port';
import { type AnswerOnTheWire, exchange, requestBytes, type ShippedServer, startShipped } from './support';
import { RecordingApi } from './support/recording-api';
import { proxyPrograms, TlsProxy } from './support/tls-proxy';
import { Webshop } from './support/webshop';

const counts = process.env['CI'] === 'true';
const host = 'api.example.com';

/** Another address of this machine, so that it cannot be mistaken for that of the proxy. Linux has all of 127/8. */
const clientAddress = '127.0.0.2';

const claims = {
  'kunci-company': 'somebody-else',
  'kunci-owner': 'root',
  'kunci-permissions': 'everything',
  'kunci-identity': 'e30.e30.',
  'kunci-gateway': 'me',
};

// On a developer's machine a proxy may be missing; where the result counts for others it may not.
describe.each(proxyPrograms.filter((program) => counts || TlsProxy.isInstalled(program)))(
  'an API behind %s, which asks Kunci as in the file that ships',
  (program) => {
    let server: ShippedServer;
    let api: RecordingApi;
    let apiAddress: string;
    let proxy: TlsProxy;
    let shop: Webshop;

    beforeAll(async () => {
      server = await startShipped('development on SQLite', { TRUST_PROXY: '127.0.0.1' });
      shop = await Webshop.of(server.wire);
      api = new RecordingApi();
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

    type Headers = Readonly<Record<string, string>>;

    async function send(
      headers: Headers,
      method = 'GET',
      body = '',
      before = proxy,
    ): Promise<AnswerOnTheWire> {
      const length: Headers = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const bytes = requestBytes(
        method,
        '/orders?page=2&environment=test',
        { host, ...length, ...headers },
        body,
      );
      const { answers } = await exchange(before.address, [bytes], { methods: [method], from: clientAddress });
      // A cast: without an answer the test fails at what it expects of it.
      return answers[0] as AnswerOnTheWire;
    }
    const withKey = (secret: string): Headers => ({ 'x-api-key': secret });

    it('200 reaches the API, without the key, and without what a client claims to be', async () => {
      const { secret } = await shop.key();
      const answer = await send({ ...withKey(secret), ...claims });
      const [request, ...others] = api.take();

      expect([answer.status, answer.body, others]).toEqual([200, 'from the API', []]);
      expect(request).toMatchObject({ method: 'GET', url: '/orders?page=2&environment=test' });
      expect(JSON.stringify(request)).not.toContain(secret);
      expect(Object.keys(request?.headers ?? {}).filter((name) => name.startsWith('kunci-'))).toEqual([]);
    });

    it('200 comes with a key as Bearer or Basic, too', async () => {
      const { secret } = await shop.key();
      const basic = Buffer.from(`orbit-bookings:${secret}`).toString('base64');
      for (const authorization of [`Bearer ${secret}`, `Basic ${basic}`]) {
        expect((await send({ authorization })).status).toBe(200);
        expect(api.take()[0]?.headers).not.toHaveProperty('authorization');
      }
    });

    it('200 has the body that was posted', async () => {
      const { secret } = await shop.key();
      const body = JSON.stringify({ item: 'payung', words: 'مظلة '.repeat(2_000) });
      const answer = await send({ ...withKey(secret), 'content-type': 'application/json' }, 'POST', body);

      expect(answer.status).toBe(200);
      expect(api.take()).toMatchObject([{ method: 'POST', body }]);
      // Kunci did not wait for that body, on a connection that is kept open.
      expect((await send({})).status).toBe(401);
    });

    it('401 with a challenge, and nothing reaches the API: no key, junk, one that nobody made', async () => {
      for (const headers of [{}, withKey('junk'), withKey(generateKey('prefixed', 'kunci'))]) {
        const { status, headers: got } = await send(headers);
        expect([status, got['www-authenticate']]).toEqual([401, expect.stringContaining('Bearer')]);
        expect(got['kunci-reason']).toMatch(/^[a-z-]+$/);
      }
      expect(api.take()).toEqual([]);
    });

    it('401 of a key that was revoked, from that moment', async () => {
      const key = await shop.key();
      const before = (await send(withKey(key.secret))).status;
      await shop.revoke(key);

      expect([before, (await send(withKey(key.secret))).status]).toEqual([200, 401]);
    });

    it('401 of a key that has expired', async () => {
      const expiresAt = new Date(Date.now() + 1_500).toISOString();
      const { secret } = await shop.key({ expiresAt });
      const before = (await send(withKey(secret))).status;
      await pause(1_600);

      expect([before, (await send(withKey(secret))).status]).toEqual([200, 401]);
    });

    it('403 of a key without the permission, and of a test key', async () => {
      const other = await shop.key({ permissions: ['orders:refund'] });
      const trial = await shop.key({ environment: 'test' });

      for (const [{ secret }, reason] of [
        [other, 'insufficient-permission'],
        [trial, 'environment-mismatch'],
      ] as const) {
        const { status, headers } = await send(withKey(secret));
        expect([status, headers['kunci-reason']]).toEqual([403, reason]);
      }
      expect(api.take()).toEqual([]);
    });

    it('429 says when to come again', async () => {
      const { secret } = await shop.key({ rateLimits: [{ name: 'minute', limit: 1, windowSeconds: 60 }] });
      await send(withKey(secret));
      const { status, headers } = await send(withKey(secret));

      expect(status).toBe(429);
      expect(Number(headers['retry-after'])).toBeGreaterThan(50);
      expect(headers['ratelimit']).toMatch(/^"minute";r=0;t=\d+$/);
      expect(api.take()).toHaveLength(1);
    });

    it('400 has two keys', async () => {
      const { secret } = await shop.key();
      const { status } = await send({ ...withKey(secret), authorization: `Bearer ${secret}` });
      expect([status, api.take()]).toEqual([400, []]);
    });

    it('sees the address of the client and not that of the proxy, nor one that the client claims', async () => {
      const here = await shop.key({ allowedAddresses: [clientAddress] });
      const elsewhere = await shop.key({ allowedAddresses: ['203.0.113.9'] });
      const claimed = { 'x-forwarded-for': '203.0.113.9' };

      expect((await send(withKey(here.secret))).status).toBe(200);
      expect((await send({ ...withKey(elsewhere.secret), ...claimed })).status).toBe(403);
    });

    it('101 opens a WebSocket with a good key, and 401 none without', async () => {
      const { secret } = await shop.key();
      const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };

      expect(await firstBytes({ ...upgrade, ...withKey(secret) })).toMatch(/^HTTP\/1\.1 101 [\s\S]*welcome$/);
      expect(await firstBytes(upgrade)).toMatch(/^HTTP\/1\.1 401 /);
    });

    it('200 over HTTP/2', async () => {
      const { secret } = await shop.key();
      const session = connectHttp2(proxy.address, { rejectUnauthorized: false });
      const stream = session.request({ ':path': '/orders', ':authority': host, 'x-api-key': secret });
      const [headers] = await once(stream, 'response');
      session.destroy();

      expect(headers[':status']).toBe(200);
    });

    it('200 asks for one of 50 permissions, of a key with a name in Arabic and 50 permissions', async () => {
      const { secret } = await shop.key({ name: 'مفتاح المتجر', permissions: Webshop.permissions });
      const fifty = Webshop.permissions.toReversed();
      const both = { kunci: server.address, api: apiAddress };
      const edits = [
        program === 'nginx'
          ? (['GET orders:read;', `GET ${fifty.join('+OR+')};`] as const)
          : (['GET orders:read', `GET "${fifty.join(' OR ')}"`] as const),
      ];
      const asking = await TlsProxy.asGateway(program, both, await freePort(), edits);
      try {
        expect((await send(withKey(secret), 'GET', '', asking)).status).toBe(200);
      } finally {
        await asking.close();
      }
    });

    it('502 or 503 when Kunci is away: nothing reaches the API, and the key is in no log', async () => {
      const nobody = { kunci: `http://127.0.0.1:${await freePort()}`, api: apiAddress };
      const alone = await TlsProxy.asGateway(program, nobody, await freePort());
      const secret = generateKey('prefixed', 'kunci');
      try {
        const { status } = await send(withKey(secret), 'GET', '', alone);
        await send({ authorization: `Bearer ${secret}` }, 'GET', '', alone);

        expect([status, api.take()]).toEqual([program === 'nginx' ? 503 : 502, []]);
        if (program === 'caddy') expect(alone.printed()).toContain('/orders?page=2');
        expect(alone.printed()).not.toContain(secret);
      } finally {
        await alone.close();
      }
    });

    /** What comes back until the connection ends, or for a while. */
    async function firstBytes(headers: Headers): Promise<string> {
      const { hostname, port } = new URL(proxy.address);
      const socket = connectTls({ host: hostname, port: Number(port), rejectUnauthorized: false });
      let got = '';
      socket.on('data', (chunk: Buffer) => (got += chunk.toString()));
      socket.write(requestBytes('GET', '/live', { host, ...headers }));
      const deadline = new AbortController();
      await Promise.race([
        once(socket, 'end'),
        pause(2_000, null, { signal: deadline.signal }).catch(() => null),
      ]);
      deadline.abort();
      socket.destroy();
      return got;
    }
  },
);
