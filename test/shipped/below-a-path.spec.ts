import { freePort } from '../support/free-port';
import { type AnswerOnTheWire, exchange, requestBytes, type ShippedServer, startShipped } from './support';
import { proxyPrograms, TlsProxy } from './support/tls-proxy';

const counts = process.env['CI'] === 'true';

// On a developer's machine a proxy may be missing; where the result counts for others it may not.
describe.each(proxyPrograms.filter((program) => counts || TlsProxy.isInstalled(program)))(
  'below a path, behind %s with the file that ships',
  (program) => {
    let server: ShippedServer;
    let proxy: TlsProxy;

    beforeAll(async () => {
      const PORT = String(await freePort());
      const settings = { PORT, PUBLIC_URL: 'https://example.com/kunci', TRUST_PROXY: '127.0.0.1' };
      server = await startShipped('production on SQLite', settings);
      proxy = await TlsProxy.beforePath(server.address, await freePort(), program);
    });
    afterAll(async () => {
      await proxy.close();
      await server.close();
    });

    async function get(path: string): Promise<AnswerOnTheWire> {
      const bytes = requestBytes('GET', path, { host: 'example.com' }, '');
      const { answers } = await exchange(proxy.address, [bytes], { methods: ['GET'] });
      // A cast: without an answer the test fails at what it expects of it.
      return answers[0] as AnswerOnTheWire;
    }

    it('answers for scripts, too, whatever the site does with its own', async () => {
      const script = await get('/kunci/docs/swagger-ui-bundle.js');
      const refused = await get('/kunci/api/v1/keys.js');

      expect([script.status, script.headers['content-type']]).toEqual([
        200,
        expect.stringContaining('javascript'),
      ]);
      expect([refused.status, JSON.parse(refused.body)]).toMatchObject([404, { code: 'not-found' }]);
    });

    it('lets no gateway ask through the proxy, whatever its address ends with', async () => {
      for (const path of ['/kunci/gateway/check', '/kunci/gateway/check.js']) {
        const { status, body } = await get(path);
        expect([status, body.includes('not-found')]).toEqual([404, false]);
      }
    });

    it('describes itself where clients of OAuth look: the path is at the end (RFC 8414)', async () => {
      const { status, body } = await get('/.well-known/oauth-authorization-server/kunci');

      expect(status).toBe(200);
      expect(JSON.parse(body)).toMatchObject({
        issuer: 'https://example.com/kunci',
        introspection_endpoint: 'https://example.com/kunci/oauth2/introspect',
      });
    });
  },
);
