import { startApp, type TestApp } from '../support';

const ofData = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};
const onlyOfPages = [
  'x-frame-options',
  'referrer-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
];

describe('security headers', () => {
  let test: TestApp;
  let secure: TestApp;

  beforeAll(async () => {
    test = await startApp();
    secure = await startApp({ env: { PUBLIC_URL: 'https://keys.example.com' } });
  });
  afterAll(async () => {
    await test.close();
    await secure.close();
  });

  async function headersOf(url: string, app = test.app) {
    return (await app.inject({ method: 'GET', url })).headers;
  }

  it.each([
    ['an address that is not there', '/api/v1/nothing'],
    ['a refusal', '/api/v1/me'],
    ['a refusal under /core', '/core/api/v1/me'],
    ['what the router refuses', '/api/v1/keys/%ff'],
  ])('of the API are those that count for data: %s', async (_, url) => {
    const headers = await headersOf(url);
    expect(headers).toMatchObject(ofData);
    for (const name of onlyOfPages) expect(headers).not.toHaveProperty(name);
  });

  it.each(['/', '/docs', '/health/live'])('of %s are those of a page', async (url) => {
    const headers = await headersOf(url);
    expect(headers['content-security-policy']).toMatch(/^default-src 'self';/);
    for (const name of onlyOfPages) expect(headers).toHaveProperty(name);
  });

  it.each(['/api/v1/me', '/'])('ask for HTTPS where the server is public under it: %s', async (url) => {
    expect((await headersOf(url, secure.app))['strict-transport-security']).toMatch(/^max-age=\d+/);
    expect(await headersOf(url)).not.toHaveProperty('strict-transport-security');
  });
});
