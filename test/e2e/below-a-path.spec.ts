import { aCompany, password, startApp, type TestApp, type TestCompany } from '../support';

const navigation = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const publicUrl = 'https://example.test/kunci';

let test: TestApp;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp({ env: { PUBLIC_URL: publicUrl, METRICS: 'open' } });
  company = await aCompany(test);
});
afterAll(() => test.close());

/** Asks at an address of the host, to the letter. */
async function ask(url: string, headers: Record<string, string> = {}, method: 'GET' | 'POST' = 'GET') {
  const answer = await test.app.inject({ method, url, headers });
  return { status: answer.statusCode, headers: answer.headers, body: answer.body };
}

describe('a server whose address has a path', () => {
  it.each([
    '/kunci/api/v1/nothing',
    '/kunci',
    '/kunci/keys?status=active',
    '/kunci/docs',
    '/kunci/openapi.json',
    '/kunci/api/outside',
    '/kunci/api/%20outside',
  ])('answers below it: %s', async (url) => {
    const { body } = await ask(url, navigation);
    expect(body).not.toContain('PUBLIC_URL');
  });

  it.each([
    '/',
    '/api/v1/sessions',
    '/keys',
    '/docs',
    '/kuncix/keys',
    '/gateway/check',
    '/%6bunci/keys',
    '//kunci/keys',
  ])('has nothing at %s, and says where it answers', async (url) => {
    const answer = await ask(url, navigation);
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.body)).toMatchObject({
      code: 'not-found',
      detail: expect.stringMatching(/below \/kunci, .* has to hand that path on/) as string,
    });
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it.each(['/health/live', '/health/ready', '/metrics'])(
    'answers who probes it at %s, with the path and without',
    async (url) => {
      expect(await ask(url)).toMatchObject({ status: 200 });
      expect(await ask(`/kunci${url}`)).toMatchObject({ status: 200 });
    },
  );

  it('gives a session to what is below it only, and takes it away there', async () => {
    const body = { username: `owner@${company.slug}.test`, password };
    const opened = await test.app.inject({ method: 'POST', url: '/kunci/api/v1/sessions', payload: body });
    const cookie = String(opened.headers['set-cookie']);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    const closed = await test.app.inject({
      method: 'DELETE',
      url: '/kunci/api/v1/sessions/current',
      headers,
    });

    expect(cookie).toMatch(
      /^__Secure-kunci_session=[\w-]{43}; Max-Age=43200; Path=\/kunci; HttpOnly; Secure/,
    );
    expect(closed.headers['set-cookie']).toMatch(
      /^__Secure-kunci_session=; Max-Age=0; Path=\/kunci; HttpOnly; Secure/,
    );
    expect(await ask('/kunci/api/v1/sessions/current', headers)).toMatchObject({ status: 401 });
  });

  it('takes a key and nothing else under /core there', async () => {
    const { status, headers } = await ask('/kunci/core/api/v1/me');
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toContain('Basic');
  });

  it('names itself in the document of its API', async () => {
    const { body } = await ask('/kunci/openapi.json');
    expect(JSON.parse(body)).toMatchObject({ servers: [{ url: publicUrl }] });
  });

  it('serves the console from there', async () => {
    const { body } = await ask('/kunci/keys/019a', { ...navigation, cookie: '__Secure-kunci_session=abc' });
    const [, script = ''] = /src="([^"]*)"/.exec(body) ?? [];

    expect(script).toMatch(/^\/kunci\/assets\//);
    expect(await ask(script)).toMatchObject({ status: 200 });
  });
});
