import {
  exchange,
  requestBytes,
  type Shape,
  shapes,
  type ShippedServer,
  startShipped,
  WireOwner,
} from './support';

const chosen = 'contrase\u00f1a muy segura';

/** What people type and paste, and what proxies write, on the program that ships. */
describe.each(shapes)('in %s', (shape: Shape) => {
  let server: ShippedServer;
  let owner: WireOwner;
  let secret: string;
  let count = 0;

  beforeAll(async () => {
    server = await startShipped(shape, { TRUST_PROXY: '127.0.0.1' });
    owner = await WireOwner.of(server.wire);
    ({ secret } = await owner.key());
  });
  afterAll(() => server.close());

  /** Somebody with a company of their own, who chose this password. */
  async function aPerson(): Promise<string> {
    count += 1;
    const username = `typist-${count}@people.test`;
    const from = { 'x-forwarded-for': `198.51.100.${count}` };
    const input = { name: 'Acme', slug: `typist-${count}`, owner: { username, password: chosen } };
    expect((await server.wire.post('/companies', input, from)).status).toBe(201);
    return username;
  }

  const signIn = (username: string, password: string, from = '198.51.100.250') =>
    server.wire.post('/sessions', { username, password }, { 'x-forwarded-for': from });

  it.each([
    ['20.0.0.3:5555', '20.0.0.3'],
    ['"[2001:db8::1]:443"', '2001:db8::1'],
    ['unknown', '127.0.0.1'],
  ])('a session that came from %s shows %s', async (forwarded, address) => {
    const { status, headers } = await signIn(await aPerson(), chosen, forwarded);
    expect(status).toBe(201);

    const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const { body } = await server.wire.get('/me/sessions', { cookie });

    expect(body.data[0].address).toBe(address);
  });

  it('a password set in NFC opens when it is typed in NFD, and a username with a blank behind it', async () => {
    const username = await aPerson();

    expect((await signIn(username, chosen.normalize('NFD'))).status).toBe(201);
    expect((await signIn(`${username} `, chosen)).status).toBe(201);
  });

  it('a key in quotes opens, and one with bytes of a byte order mark and a zero-width space around it', async () => {
    for (const pasted of [`"${secret}"`, `\ufeff${secret}\u200b`, `\u201c${secret}\u201d`])
      for (const [name, value] of [
        ['x-api-key', pasted],
        ['authorization', `Bearer ${pasted}`],
      ] as const) {
        const bytes = requestBytes('GET', '/core/api/v1/me', { [name]: value });
        expect((await exchange(server.address, [bytes])).answers[0]?.status).toBe(200);
      }
  });

  it('a key has an expiry at any offset, or none for null', async () => {
    const make = (expiresAt: unknown) => owner.post('/keys', { kind: 'company', name: 'n', expiresAt });

    expect((await make('2027-03-28T02:30:00+00:00')).body.key.expiresAt).toBe('2027-03-28T02:30:00.000Z');
    expect((await make('2027-03-28T02:30:00+07:00')).body.key.expiresAt).toBe('2027-03-27T19:30:00.000Z');
    expect((await make(null)).body.key.expiresAt).toBeNull();
  });

  it.each([
    ['owner', 409],
    ['\u039fwner', 409],
    ['Ow\u200bner', 422],
  ])('a role is not called %s beside the Owner', async (name, status) => {
    expect((await owner.post('/roles', { name, permissions: [] })).status).toBe(status);
  });

  it('an invalid address to verify is a 422', async () => {
    const answer = await owner.post('/keys/verify', { key: secret, address: 'localhost' });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/address' }] } });
  });
});
