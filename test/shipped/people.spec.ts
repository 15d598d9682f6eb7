import { codeAt } from '../support/code-at';
import { type Shape, shapes, type ShippedServer, startShipped, WireOwner } from './support';

const password = 'correct horse battery';
const another = 'another horse battery';

/** What people do to each other's names, tokens and codes, on the program that ships. */
describe.each(shapes)('in %s', (shape: Shape) => {
  let server: ShippedServer;
  let owner: WireOwner;
  let roles: string[];
  let count = 0;

  beforeAll(async () => {
    server = await startShipped(shape);
    owner = await WireOwner.of(server.wire);
    const { body } = await owner.get('/roles?limit=100');
    roles = body.data
      .filter(({ name }: { name: string }) => name === 'Member')
      .map(({ id }: { id: string }) => id);
  });
  afterAll(() => server.close());

  const newName = (): string => `person-${(count += 1)}@rival.test`;

  async function invite(username: string): Promise<{ id: string; token: string }> {
    const { status, body } = await owner.post('/users', { username, roles });
    expect(status).toBe(201);
    return { id: body.member.id, token: body.invitation.token };
  }

  const signUp = (username: string) =>
    server.wire.post('/companies', { name: 'Rival', slug: `rival-${count}`, owner: { username, password } });

  async function signIn(username: string, secret: string): Promise<Record<string, string>> {
    const { headers } = await server.wire.post('/sessions', { username, password: secret });
    return { cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
  }

  it('a reset token is refused once the person has changed the password', async () => {
    const username = newName();
    const { id, token } = await invite(username);
    await server.wire.post('/invitations/redeem', { token, password });
    const reset = await owner.post('/password-resets', { userId: id });

    const cookie = await signIn(username, password);
    const changed = await server.wire.send('PUT', '/me/password', { password, newPassword: another }, cookie);
    const redeemed = await server.wire.post('/password-resets/redeem', {
      token: reset.body.token,
      password: 'a third horse battery',
    });

    expect([reset.status, changed.status]).toEqual([201, 204]);
    expect(redeemed).toMatchObject({ status: 404, body: { code: 'password-reset-invalid' } });
  });

  it.each(['open', 'cancelled'])('an invitation that is %s reserves no name', async (state) => {
    const username = newName();
    const { id, token } = await invite(username);
    if (state === 'cancelled') await server.wire.send('DELETE', `/users/${id}`, undefined, owner.headers);

    expect((await signUp(username)).status).toBe(201);
    if (state === 'cancelled') return;
    const taken = await server.wire.post('/invitations/redeem', { token, password: another });
    expect(taken).toMatchObject({ status: 409, body: { code: 'username-taken' } });
    const other = { token, username: newName(), password: another };
    expect((await server.wire.post('/invitations/redeem', other)).status).toBe(200);
  });

  it('a right one-time code that is sent twenty times at once passes once and locks nothing', async () => {
    const act = { action: 'generate', kind: 'company' };
    const begun = await owner.post('/me/totp', { password });
    const { secret } = begun.body;
    const code = (steps: number): string => codeAt(secret, Date.now() + steps * 30_000);
    await server.wire.send('PUT', '/me/totp', { code: code(-1) }, owner.headers);

    const now = code(0);
    const prove = (given: string) => owner.post('/step-ups', { factor: 'totp', secret: given, ...act });
    const answers = await Promise.all(Array.from({ length: 20 }, () => prove(now)));
    const later = await prove(code(1));

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(later.status).toBe(201);
  });
});
