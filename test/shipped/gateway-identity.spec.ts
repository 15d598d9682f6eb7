import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '../support/free-port';
import { leash } from '../support/leash';
import { type AnswerOnTheWire, exchange, requestBytes, type ShippedServer, startShipped } from './support';
import { type Edits } from './support/proxy-files';
import { proxyPrograms, type ProxyProgram, TlsProxy } from './support/tls-proxy';
import { Webshop } from './support/webshop';

const counts = process.env['CI'] === 'true';
const host = 'api.example.com';
const audience = 'https://api.example.com';
const issuer = 'https://keys.example.com';

/** What each file says of the service key of its gateway. */
function keyIn(program: ProxyProgram, secret: string): Edits {
  if (program === 'caddy')
    return [
      ['# header_up Kunci-Gateway kunci_…', `header_up Kunci-Gateway ${secret}`],
      ['# copy_headers', 'copy_headers'],
    ];
  const setting = (value: string) => `proxy_set_header Kunci-Gateway "${value}";\n  }\n\n  # nginx makes`;
  return [[setting(''), setting(secret)]];
}

// On a developer's machine a proxy may be missing; where the result counts for others it may not.
describe.each(proxyPrograms.filter((program) => counts || TlsProxy.isInstalled(program)))(
  'an API that trusts Kunci-Identity only, behind %s',
  (program) => {
    let server: ShippedServer;
    let shop: Webshop;
    let api: ChildProcess;
    let apiAddress: string;
    let proxy: TlsProxy;

    beforeAll(async () => {
      const KUNCI_SIGNING_KEYS = `v1:${randomBytes(32).toString('base64')}`;
      const PORT = String(await freePort());
      const env = { PORT, TRUST_PROXY: '127.0.0.1', PUBLIC_URL: issuer, KUNCI_SIGNING_KEYS };
      server = await startShipped('development on SQLite', env);
      shop = await Webshop.of(server.wire);
      [api, apiAddress] = await trustingApi(`${server.address}/.well-known/jwks.json`);
      const both = { kunci: server.address, api: apiAddress };
      const gateway = await shop.serviceKey({
        gateway: { audiences: [audience, 'https://other.example.com'] },
      });
      proxy = await TlsProxy.asGateway(program, both, await freePort(), keyIn(program, gateway));
    });
    afterAll(async () => {
      await proxy.close();
      const ended = once(api, 'exit');
      if (api.kill()) await ended;
      await server.close();
    });

    async function send(address: string, headers: Record<string, string>): Promise<AnswerOnTheWire> {
      const { answers } = await exchange(address, [requestBytes('GET', '/orders', { host, ...headers })]);
      // A cast: without an answer the test fails at what it expects of it.
      return answers[0] as AnswerOnTheWire;
    }

    it('200 knows whose the key is, from Kunci and not from its client', async () => {
      const { id, secret } = await shop.key({ name: 'مفتاح', permissions: Webshop.permissions });
      const claims = {
        'kunci-company': 'somebody-else',
        'kunci-identity': 'e30.e30.',
        'kunci-gateway': 'me',
      };
      const { status, body } = await send(proxy.address, { 'x-api-key': secret, ...claims });
      const told = JSON.parse(body);

      expect(status).toBe(200);
      expect(told.claims).toMatchObject({
        ...{ iss: issuer, sub: id, aud: audience, company: 'orbit-bookings', kind: 'product' },
        permission_asked: 'orders:read',
      });
      expect(told.headers).toMatchObject({ 'kunci-key-id': id, 'kunci-company': 'orbit-bookings' });
      expect(told.headers['kunci-permissions'].split(' ')).toHaveLength(50);
      expect(body).not.toContain(secret);
      expect(told.headers['kunci-gateway'] ?? '').toBe('');
    });

    it('200 knows it although its client says that Kunci-Identity is for the gateway only', async () => {
      const { secret } = await shop.key();
      const headers = { 'x-api-key': secret, connection: 'Kunci-Identity, Kunci-Key-Id' };
      expect((await send(proxy.address, headers)).status).toBe(200);
    });

    it('401 refuses a client that reaches it past the gateway, with a forged identity', async () => {
      const forged = [{ alg: 'none' }, { sub: 'x', iss: issuer, aud: audience }]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');

      expect((await send(apiAddress, {})).status).toBe(401);
      expect((await send(apiAddress, { 'kunci-identity': `${forged}.` })).status).toBe(401);
    });

    it('401 refuses an identity for somebody else, and Kunci gives none to a customer', async () => {
      const { secret } = await shop.key();
      const other = await shop.serviceKey({ gateway: { audiences: ['https://other.example.com'] } });
      const check = async (headers: Record<string, string>) => {
        const bytes = requestBytes('GET', `/gateway/check?audience=https://other.example.com`, headers);
        return (await exchange(server.address, [bytes])).answers[0]?.headers ?? {};
      };
      const forOther = await check({ 'x-api-key': secret, 'kunci-gateway': other });
      const forCustomer = await check({ 'x-api-key': secret });

      expect(forOther['kunci-identity']).toBeDefined();
      expect((await send(apiAddress, { 'kunci-identity': forOther['kunci-identity'] ?? '' })).status).toBe(
        401,
      );
      expect(Object.keys(forCustomer).filter((name) => name.startsWith('kunci-'))).toEqual([]);
    });

    it('a gateway cannot prove itself through the front door, where all have the address of the proxy', async () => {
      const { secret } = await shop.key();
      const gateway = await shop.serviceKey({
        gateway: { audiences: [audience] },
        allowedAddresses: ['127.0.0.1'],
      });
      const front = await TlsProxy.before(server.address, await freePort(), program);
      const check = async (address: string, target: string) => {
        const headers = { host: 'keys.example.com', 'x-api-key': secret, 'kunci-gateway': gateway };
        const { answers } = await exchange(address, [requestBytes('GET', target, headers)]);
        return answers[0] as AnswerOnTheWire;
      };
      try {
        expect((await check(server.address, '/gateway/check')).headers).toHaveProperty('kunci-identity');
        for (const target of ['/gateway/check', '/%67ateway/check?deny=nginx', '//gateway/check'])
          expect((await check(front.address, target)).status).toBe(404);
        // To the proxy these are other places than to Kunci.
        for (const target of ['/gateway/check/../../x', '/gateway/check/%2e%2e/%2e%2e/x'])
          expect((await check(front.address, target)).headers).not.toHaveProperty('kunci-identity');
      } finally {
        await front.close();
      }
    });

    async function trustingApi(jwks: string): Promise<[ChildProcess, string]> {
      const program = path.join(__dirname, 'support/trusting-api.mjs');
      const child = spawn(process.execPath, [program, jwks, issuer, audience], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      leash(child);
      const [line] = await once(child.stdout, 'data');
      return [child, String(line).trim()];
    }
  },
);
