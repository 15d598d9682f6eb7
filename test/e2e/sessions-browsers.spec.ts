import { aCompany, aKey, type Answer, type Client, password, startApp, type TestApp } from '../support';

/** The attributes of the cookie that an answer sets, its token left out. */
function cookieOf(answer: Answer): string[] {
  const [pair = '', ...attributes] = String(answer.headers['set-cookie']).split('; ');
  return [pair.replace(/=.+/, '=token'), ...attributes].sort();
}

async function ownerOf(test: TestApp): Promise<{ owner: Client; username: string }> {
  const { owner, slug } = await aCompany(test, 'Before');
  return { owner, username: `owner@${slug}.test` };
}

describe('a browser that came by http', () => {
  let test: TestApp;
  let owner: Client;
  let username: string;

  beforeAll(async () => {
    test = await startApp();
    ({ owner, username } = await ownerOf(test));
  });
  afterAll(() => test.close());

  it('201 gets a cookie that scripts and other sites cannot use', async () => {
    const answer = await test.anyone.post('/sessions', { username, password });

    expect(cookieOf(answer)).toEqual(
      ['kunci_session=token', 'Max-Age=43200', 'Path=/', 'HttpOnly', 'SameSite=Lax'].sort(),
    );
  });

  const foreign: [string, Record<string, string>][] = [
    ['Origin of another site', { origin: 'https://evil.test' }],
    ['Origin null', { origin: 'null' }],
    ['empty Origin', { origin: '' }],
    ['Origin of another port', { origin: 'http://127.0.0.1:3001' }],
    ['Origin of another scheme', { origin: 'https://127.0.0.1:3000' }],
    ['Origin that begins like ours', { origin: 'http://127.0.0.1:3000.evil.test' }],
    ['Sec-Fetch-Site cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['Sec-Fetch-Site same-site', { 'sec-fetch-site': 'same-site' }],
    ['own Origin, but Sec-Fetch-Site cross-site', own({ 'sec-fetch-site': 'cross-site' })],
    ['Sec-Fetch-Site none, but a foreign Origin', { origin: 'https://evil.test', 'sec-fetch-site': 'none' }],
  ];

  function own(more: Record<string, string> = {}): Record<string, string> {
    return { origin: 'http://127.0.0.1:3000', ...more };
  }

  it.each(foreign)('403 csrf refuses a change with an %s', async (_, headers) => {
    const refused = await owner.with(headers).patch('/company', { name: 'After' });

    expect(refused).toMatchObject({ status: 403, body: { code: 'csrf' } });
    expect((await owner.get('/company')).body.name).toBe('Before');
  });

  it.each(foreign)('403 csrf refuses signing in with an %s', async (_, headers) => {
    const refused = await test.anyone.with(headers).post('/sessions', { username, password });

    expect(refused).toMatchObject({ status: 403, body: { code: 'csrf' } });
    expect(refused.headers['set-cookie']).toBeUndefined();
  });

  it.each([
    ['POST', '/company/submission'],
    ['PUT', '/sessions/current/company'],
    ['PATCH', '/company'],
    ['DELETE', '/sessions/current'],
  ] as const)('403 csrf refuses a foreign %s', async (method, path) => {
    const body = method === 'DELETE' ? undefined : {};
    const refused = await owner.with({ origin: 'https://evil.test' }).send(method, path, body);

    expect(refused).toMatchObject({ status: 403, body: { code: 'csrf' } });
    expect((await owner.get('/sessions/current')).status).toBe(200);
  });

  it.each([
    ['the public address', own()],
    ['the address the browser used', { origin: 'http://localhost:3000', host: 'localhost:3000' }],
    ['Sec-Fetch-Site same-origin', own({ 'sec-fetch-site': 'same-origin' })],
    ['Sec-Fetch-Site none', { 'sec-fetch-site': 'none' }],
    ['neither header, as scripts send', {}],
  ])('200 accepts a change from %s', async (_, headers) => {
    expect((await owner.with(headers).patch('/company', { name: 'Before' })).status).toBe(200);
    expect((await test.anyone.with(headers).post('/sessions', { username, password })).status).toBe(201);
  });

  it('200 lets another site lead here, for looking changes nothing', async () => {
    const led = owner.with({ origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' });
    expect((await led.get('/company')).status).toBe(200);
  });

  it('200 does not ask a key where it comes from: no browser adds one by itself', async () => {
    const { secret } = await aKey(owner);
    const invoice = {
      number: 'A-1',
      customer: 'Kopi',
      total: '1.00',
      currency: 'IDR',
      issuedOn: '2026-06-01',
    };

    const client = test.anyone.withKey(secret).with({ origin: 'https://evil.test' });

    expect((await client.post('/sales_invoices', invoice)).status).toBe(201);
  });
});

describe('a browser that came by https', () => {
  const publicUrl = 'https://keys.example.test';
  let test: TestApp;
  let owner: Client;
  let username: string;

  beforeAll(async () => {
    test = await startApp({ env: { PUBLIC_URL: publicUrl } });
    ({ owner, username } = await ownerOf(test));
  });
  afterAll(() => test.close());

  it('201 gets a cookie that is bound to this host and never sent in the clear', async () => {
    const answer = await test.anyone.post('/sessions', { username, password });

    expect(cookieOf(answer)).toEqual(
      ['__Host-kunci_session=token', 'Max-Age=43200', 'Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'].sort(),
    );
    expect((await owner.get('/sessions/current')).status).toBe(200);
  });

  it('401 takes the token under no other name, which a neighbouring host could have set', async () => {
    const answer = await test.anyone.post('/sessions', { username, password });
    const token = String(answer.headers['set-cookie']).split(/[=;]/)[1] ?? '';

    const client = test.anyone.with({ cookie: `kunci_session=${token}` });

    expect((await client.get('/sessions/current')).status).toBe(401);
  });

  it('200 accepts a change from the public address, whatever the proxy calls this host', async () => {
    const client = owner.with({ origin: publicUrl, host: '10.0.0.7:3000' });
    expect((await client.patch('/company', { name: 'Before' })).status).toBe(200);
  });
});
