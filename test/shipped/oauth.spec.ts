import * as oauth from 'oauth4webapi';
import { freePort } from '../support/free-port';
import { Installation } from '../support/installation';
import { createTestDatabase } from '../support/test-database';
import { type Wire } from '../support/wire';
import { exchange, requestBytes, type ShippedServer, startShipped } from './support';
import { Webshop } from './support/webshop';

// The library wants it to stand out: only tests speak plain HTTP, with a server on the same machine.
// eslint-disable-next-line @typescript-eslint/no-deprecated
const plain = { [oauth.allowInsecureRequests]: true };
const waitMs = 10_000;

/** Until a key is refused, which is a moment after its report was answered. */
async function untilRefused(wire: Wire, secret: string): Promise<string> {
  const endMs = Date.now() + waitMs;
  for (;;) {
    const { status, body } = await wire.get('/core/api/v1/me', { 'x-api-key': secret });
    if (status !== 200) return body.code;
    if (Date.now() > endMs) throw new Error('A reported key is still accepted.');
  }
}

describe('a client of OAuth that knows nothing of Kunci', () => {
  let server: ShippedServer;
  let shop: Webshop;
  let known: oauth.AuthorizationServer;
  let backend: string;

  beforeAll(async () => {
    const port = await freePort();
    const issuer = new URL(`http://127.0.0.1:${port}`);
    server = await startShipped('development on SQLite', { PORT: String(port), PUBLIC_URL: issuer.origin });
    shop = await Webshop.of(server.wire);
    backend = await shop.serviceKey({ name: 'Webshop backend', permissions: ['keys:verify'] });
    const found = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...plain });
    known = await oauth.processDiscoveryResponse(issuer, found);
  });
  afterAll(() => server.close());

  const client: oauth.Client = { client_id: 'Webshop backend' };

  async function introspect(token: string, secret = backend): Promise<oauth.IntrospectionResponse> {
    const basic = oauth.ClientSecretBasic(secret);
    const answer = await oauth.introspectionRequest(known, client, basic, token, plain);
    return oauth.processIntrospectionResponse(known, client, answer);
  }

  it('finds where to ask, and is told what a key may do', async () => {
    const { id, secret } = await shop.key({ permissions: ['orders:read'] });

    expect(await introspect(secret)).toMatchObject({
      ...{ active: true, scope: 'orders:read', sub: id, aud: 'webshop', iss: known.issuer },
    });
  });

  it('is told nothing of what is no key', async () => {
    expect(await introspect('junk')).toEqual({ active: false });
    expect(await introspect(backend)).toEqual({ active: false });
  });

  it('is refused as OAuth refuses', async () => {
    await expect(introspect('junk', 'kunci_wrong')).rejects.toMatchObject({
      name: 'WWWAuthenticateChallengeError',
      status: 401,
    });
  });

  it('revokes a token, which is dead soon after, and any other alike', async () => {
    const { secret } = await shop.key();
    for (const token of [secret, 'junk', secret]) {
      const answer = await oauth.revocationRequest(known, { client_id: 'any' }, oauth.None(), token, plain);
      await expect(oauth.processRevocationResponse(answer)).resolves.toBeUndefined();
    }

    expect(await untilRefused(server.wire, secret)).toBe('disabled');
    expect(await introspect(secret)).toEqual({ active: false });
  });

  it('is not asked what it sent, in a log or in an answer', async () => {
    const { secret } = await shop.key();
    const body = `token=${secret}&token=${secret}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const { answers } = await exchange(server.address, [
      requestBytes('POST', `/oauth2/revoke?token=${secret}`, headers, body),
    ]);

    expect(answers[0]?.status).toBe(400);
    expect(JSON.stringify([answers, server.instance.lines])).not.toContain(secret);
  });
});

describe('a server that stops right after it took a report', () => {
  it('ends what was reported before it goes', async () => {
    const database = await createTestDatabase('sqlite');
    const installation = new Installation();
    try {
      const env = { ...database.env, KUNCI_MODE: 'development' };
      const first = await installation.start(env);
      const shop = await Webshop.of(first.wire);
      const secrets: string[] = [];
      for (let made = 0; made < 30; made += 1) secrets.push((await shop.key()).secret);
      const { status } = await first.wire.post('/credentials/revoke', { credentials: secrets });
      expect([status, (await first.stop()).code]).toEqual([202, 0]);

      const { wire } = await installation.start(env);
      for (const secret of secrets)
        expect((await wire.get('/core/api/v1/me', { 'x-api-key': secret })).body.code).toBe('disabled');
    } finally {
      await installation.close();
      await database.drop();
    }
  });
});
