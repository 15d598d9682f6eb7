import { startApp, type TestApp } from '../support';

const ours = 'https://app.example.com';

describe('a script of another site', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp({ env: { CORS_ORIGINS: `${ours}, http://localhost:5173` } });
  });
  afterAll(() => test.close());

  const ask = (url: string, headers: Record<string, string>, method: 'GET' | 'OPTIONS' | 'DELETE' = 'GET') =>
    test.app.inject({ method, url, headers });
  const preflight = { origin: ours, 'access-control-request-method': 'POST' };

  it('may read what /core answers it, where its site is named', async () => {
    const { statusCode, headers } = await ask('/core/api/v1/me', { origin: ours });

    expect(statusCode).toBe(401);
    expect(headers).toMatchObject({ vary: 'Origin', 'access-control-allow-origin': ours });
    expect(headers['access-control-expose-headers']).toContain('retry-after');
  });

  it('is told before it sends a key that it may', async () => {
    const { statusCode, headers, body } = await ask('/core/api/v1/sales-invoices/', preflight, 'OPTIONS');

    expect([statusCode, body]).toEqual([204, '']);
    expect(headers['access-control-allow-headers']).toContain('x-api-key');
    expect(headers['access-control-allow-methods']).toContain('DELETE');
  });

  it('may introspect and revoke keys as OAuth does', async () => {
    const { statusCode, headers } = await ask('/oauth2/introspect', preflight, 'OPTIONS');

    expect(statusCode).toBe(204);
    expect(headers).toMatchObject({ vary: 'Origin', 'access-control-allow-origin': ours });
  });

  it('is never trusted with a cookie', async () => {
    for (const method of ['GET', 'OPTIONS'] as const) {
      const { headers } = await ask('/core/api/v1/me', preflight, method);
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });

  it.each([
    'https://app.example.com.evil.test',
    'https://evil.test',
    'http://app.example.com',
    'https://app.example.com:8443',
    'https://APP.example.com',
    'null',
    '*',
    `${ours}, https://evil.test`,
  ])('may read nothing when it comes from %s', async (origin) => {
    for (const method of ['GET', 'OPTIONS'] as const) {
      const { headers } = await ask('/core/api/v1/me', { ...preflight, origin }, method);
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      expect(headers['vary']).toBe('Origin');
    }
  });

  it.each([
    '/api/v1/me',
    '/api/v1/sessions',
    '/health/live',
    '/gateway/check',
    '/corex/api/v1/me',
    '/openapi.json',
  ])('may read nothing at %s, wherever it comes from', async (url) => {
    for (const method of ['GET', 'OPTIONS'] as const) {
      const { headers } = await ask(url, preflight, method);
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  it('gets 405 for OPTIONS that no browser sent', async () => {
    expect((await ask('/core/api/v1/me', { origin: ours }, 'OPTIONS')).statusCode).toBe(405);
  });
});

describe('a server that names no other sites', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  it('lets no script of theirs read anything', async () => {
    const { headers } = await test.app.inject({ url: '/core/api/v1/me', headers: { origin: ours } });

    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).not.toHaveProperty('vary');
  });
});
