import { freePort } from '../support/free-port';
import { TcpProxy } from '../support/tcp-proxy';
import { type Breaker, carried } from './support/breakers';
import { Judge } from './support/judge';
import { sweep } from './support/sweep';
import { TlsProxy } from './support/tls-proxy';
import { exchange, requestBytes, type ShippedServer, startShipped, WireOwner } from './support';

/** A sample of them: each is refused in a different place. */
const names = ['half of some JSON', 'a body of an invalid type', 'a form without content', 'HEAD', 'OPTIONS'];
const some = carried
  .filter(({ name }) => names.includes(name))
  .map((each): [string, Breaker] => [each.name, each]);

// On a developer's machine nginx may be missing; where the result counts for others it may not.
if (TlsProxy.isInstalled('nginx') || process.env['CI'] === 'true') {
  describe('behind nginx, which ends TLS', () => {
    let server: ShippedServer;
    let proxy: TlsProxy;
    let judge: Judge;
    let session: Readonly<Record<string, string>>;

    beforeAll(async () => {
      const port = await freePort();
      const PORT = String(await freePort());
      const settings = { PORT, PUBLIC_URL: `https://127.0.0.1:${port}`, TRUST_PROXY: '127.0.0.1' };
      server = await startShipped('production on SQLite', settings);
      proxy = await TlsProxy.before(server.address, port, 'nginx');
      judge = await Judge.by((await server.wire.get('/openapi.json')).body as object);
      session = (await WireOwner.of(server.wire)).headers;
    });
    afterAll(async () => {
      await proxy.close();
      await server.close();
    });

    it.each(some)('every operation refuses with a problem: %s', async (_name, breaker) => {
      const headersFor = ({ name }: { name: string }) =>
        name === 'DELETE /api/v1/sessions/current' ? {} : session;
      expect(await sweep(proxy.address, judge, breaker, headersFor)).toEqual([]);
    });

    it('a refusal keeps browsers to https, too', async () => {
      const { answers } = await exchange(proxy.address, [requestBytes('GET', '/api/v1/nothing')]);
      expect(answers[0]).toMatchObject({ status: 404 });
      expect(answers[0]?.headers['strict-transport-security']).toMatch(/^max-age=\d+/);
    });
  });
}

describe('behind a network that is slow', () => {
  it('every operation refuses with a problem', async () => {
    const server = await startShipped('production on SQLite');
    const network = await TcpProxy.before(server.address);
    network.slow(5);
    try {
      const judge = await Judge.by((await server.wire.get('/openapi.json')).body as object);
      for (const [, breaker] of some) {
        expect(await sweep(network.through(server.address), judge, breaker, () => ({}))).toEqual([]);
      }
    } finally {
      await network.close();
      await server.close();
    }
  });
});
