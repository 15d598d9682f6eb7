import { request } from 'node:http';
import { type AddressInfo } from 'node:net';
import { aCompany, aKey, type Client, password, startApp, type TestApp, type TestCompany } from '../support';
import { type Operation, operationsOf } from '../support/operations';

const prefixes = ['/api/v1', '/core/api/v1'];

const someId = '01900000-0000-7000-8000-000000000000';

/** Every operation of the API, with an id that is nobody's, below one of the prefixes. */
function callsOf(test: TestApp, prefix: string): Pick<Operation, 'method' | 'path'>[] {
  return operationsOf(test)
    .filter(({ path }) => path.startsWith('/api/v1/'))
    .map(({ method, path }) => ({
      method,
      path: prefix + path.slice('/api/v1'.length).replace(/\{\w+\}/g, someId),
    }));
}

describe('credentials', () => {
  let test: TestApp;
  let company: TestCompany;
  let secret: string;
  let cookie: string;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
    secret = (await aKey(company.owner)).secret;
    const signedIn = await test.anyone.post('/sessions', {
      username: `owner@${company.slug}.test`,
      password,
    });
    cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  });
  afterAll(() => test.close());

  const base64 = (text: string): string => Buffer.from(text).toString('base64');

  const pathways: [string, () => Client][] = [
    ['X-API-Key', () => test.anyone.withKey(secret)],
    ['Bearer', () => test.anyone.withBearer(secret)],
    ['Basic', () => test.anyone.withBasic(company.slug, secret)],
    ['bEARER', () => test.anyone.with({ authorization: `bEARER ${secret}` })],
    ['basic', () => test.anyone.with({ authorization: `basic ${base64(`${company.slug}:${secret}`)}` })],
  ];

  /** Sends each operation and keeps those whose answer is another than expected. */
  async function surprises(
    client: Client,
    prefix: string,
    isExpected: (status: number) => boolean,
  ): Promise<string[]> {
    const found: string[] = [];
    for (const { method, path } of callsOf(test, prefix)) {
      const body = method === 'GET' || method === 'DELETE' ? undefined : { surprise: 1 };
      const { status } = await client.send(method, path, body);
      if (!isExpected(status)) found.push(`${method} ${path}: ${status}`);
    }
    return found;
  }

  describe.each(pathways)('a key sent as %s', (pathway, sender) => {
    it.each(prefixes)('is taken under %s, to read and to write', async (prefix) => {
      const invoice = { customer: 'Kopi', total: '1.00', currency: 'IDR', issuedOn: '2026-06-01' };
      const number = `${pathway} ${prefix}`;

      expect((await sender().get(`${prefix}/sales_invoices`)).status).toBe(200);
      expect((await sender().post(`${prefix}/sales_invoices`, { ...invoice, number })).status).toBe(201);
    });

    it.each(prefixes)('is known on every route under %s', async (prefix) => {
      expect(await surprises(sender(), prefix, (status) => status !== 401 && status < 500)).toEqual([]);
    });
  });

  describe('under /core/api/v1', () => {
    it('401 answers nobody, on the public routes too', async () => {
      const core = '/core/api/v1';
      expect(callsOf(test, core)).toContainEqual({ method: 'POST', path: `${core}/sessions` });
      expect(await surprises(test.anyone, core, (status) => status === 401)).toEqual([]);
    });

    it('401 says that no credentials came, and where a key goes; a cookie is none', async () => {
      for (const client of [test.anyone, company.owner]) {
        const answer = await client.get('/core/api/v1/me');
        expect(answer).toMatchObject({ status: 401, body: { code: 'credentials-missing' } });
        expect(answer.body.detail).toMatch(/X-API-Key.*Bearer.*Basic/);
        expect(answer.headers['www-authenticate']).toMatch(/^Bearer .*, Basic /);
      }
    });

    it('401 ignores the cookie of a session', async () => {
      expect(await surprises(company.owner, '/core/api/v1', (status) => status === 401)).toEqual([]);
      expect((await company.owner.get('/me')).status).toBe(200);
    });

    it('200 does not count a cookie as a second credential', async () => {
      expect((await company.owner.withKey(secret).get('/core/api/v1/me')).body.method).toBe('api-key');
    });

    it.each([
      '/core/api/v1/..%2f..%2fapi/v1/me',
      '/%63ore/api/v1/me',
      '/CORE/api/v1/me',
      '/core//api/v1/me',
      '/core/core/api/v1/me',
      '/core/api/v1me',
      '/core/api/v1//me',
    ])('404 knows no detour %s on which a cookie would count', async (url) => {
      const answer = await test.app.inject({ method: 'GET', url, headers: { cookie } });
      expect(answer.statusCode).toBe(404);
    });
  });

  describe('under /api/v1', () => {
    it('401 says that no credentials came, and that one signs in or sends a key', async () => {
      const answer = await test.anyone.get('/me');
      expect(answer).toMatchObject({ status: 401, body: { code: 'credentials-missing' } });
      expect(answer.body.detail).toMatch(/session cookie.*X-API-Key.*Bearer/);
      // A browser would answer Basic with a prompt of its own.
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="Kunci"');
    });
  });

  describe('two carriers', () => {
    const both: [string, () => Record<string, string | string[]>][] = [
      ['X-API-Key and Bearer', () => ({ 'x-api-key': secret, authorization: `Bearer ${secret}` })],
      ['X-API-Key and an unknown scheme', () => ({ 'x-api-key': secret, authorization: 'Digest x' })],
      ['X-API-Key and an empty Authorization', () => ({ 'x-api-key': secret, authorization: '' })],
      ['X-API-Key twice', () => ({ 'x-api-key': [secret, secret] })],
      ['X-API-Key twice, once empty', () => ({ 'x-api-key': ['', secret] })],
      ['Bearer twice', () => ({ authorization: [`Bearer ${secret}`, `Bearer ${secret}`] })],
      ['Bearer and Basic', () => ({ authorization: [`Bearer ${secret}`, 'Basic eDp5'] })],
    ];

    it.each(both)('400 refuses %s on either path', async (_, headers) => {
      for (const prefix of prefixes) {
        const answer = await test.app.inject({ method: 'GET', url: `${prefix}/me`, headers: headers() });
        expect([answer.statusCode, answer.json().code]).toEqual([400, 'several-credentials']);
      }
    });

    it.each(pathways)('400 refuses the cookie of a session beside %s', async (_, sender) => {
      expect(await sender().with({ cookie }).get('/me')).toMatchObject({
        status: 400,
        body: { code: 'several-credentials' },
      });
    });

    it('400 refuses them even when none is good', async () => {
      const client = test.anyone.with({ 'x-api-key': 'junk', authorization: 'junk' });
      expect((await client.get('/me')).status).toBe(400);
    });

    it('400 sees repetitions on the wire, where Node would join or drop them', async () => {
      await test.app.listen(0, '127.0.0.1');
      // A cast: a server that listens on a port has no path for an address.
      const { port } = test.app.getHttpServer().address() as AddressInfo;
      const twice = (name: string, value: string): string[] => [name, value, name.toUpperCase(), value];

      expect(await statusOverWire(port, ['X-API-Key', secret])).toBe(200);
      expect(await statusOverWire(port, twice('X-API-Key', secret))).toBe(400);
      expect(await statusOverWire(port, twice('Authorization', `Bearer ${secret}`))).toBe(400);
    });
  });
});

/** @param headers as they are sent: name, value, name, value. */
function statusOverWire(port: number, headers: string[]): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const all = ['Host', `127.0.0.1:${port}`, 'Connection', 'close', ...headers];
    request({ host: '127.0.0.1', port, path: '/core/api/v1/me', headers: all }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    })
      .on('error', reject)
      .end();
  });
}
