import { createHash, randomBytes } from 'node:crypto';
import { minuteMs } from '../../src/platform';
import {
  aCompany,
  aKey,
  type Answer,
  type Client,
  startApp,
  type TestApp,
  type TestCompany,
} from '../support';

describe('GET /users/{id}/known-keys', () => {
  let test: TestApp;
  let company: TestCompany;
  let leaver: { client: Client; id: string; username: string };

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  beforeEach(async () => {
    company = await aCompany(test);
    leaver = await company.member('owner');
    await company.owner.patch('/settings', { keys: { company: { visibility: 'recoverable' } } });
  });

  const ask = (who: Client = company.owner, id: string = leaver.id): Promise<Answer> =>
    who.get(`/users/${id}/known-keys`);

  /** The names of the keys, and how the leaver knows each. */
  async function known(): Promise<[name: string, ways: string[]][]> {
    const { status, body } = await ask();
    expect(status).toBe(200);
    const { data } = body as { data: { key: { name: string }; ways: string[] }[] };
    return data.map(({ key, ways }) => [key.name, ways]);
  }

  const rotate = (who: Client, id: string, overlapSeconds = 0): Promise<Answer> =>
    who.post(`/keys/${id}/rotate`, { overlapSeconds });

  it('200 lists what they made, rotated and were shown, the latest first, and nothing else', async () => {
    const [shown, rotated] = [
      await aKey(company.owner, { name: 'Shown' }),
      await aKey(company.owner, { name: 'Rotated' }),
    ];
    await aKey(company.owner, { name: 'Never seen' });
    await aKey(leaver.client, { name: 'Made' });
    await rotate(leaver.client, rotated.key.id);
    await leaver.client.post(`/keys/${shown.key.id}/reveal`);
    await leaver.client.post(`/keys/${rotated.key.id}/reveal`);

    expect(await known()).toEqual([
      ['Rotated', ['shown', 'rotated']],
      ['Shown', ['shown']],
      ['Made', ['created']],
    ]);
    expect((await ask()).body).toMatchObject({
      user: { id: leaver.id, username: leaver.username, active: true },
      more: false,
    });
  });

  it('200 lists keys that they imported as they are, and none that they imported by its hash', async () => {
    const shape = { prefix: 'old_', length: 36, alphabet: 'hex' };
    const text = () => `old_${randomBytes(16).toString('hex')}`;
    const hash = createHash('sha256').update(text()).digest('hex');
    await leaver.client.post('/keys/import', {
      ...{ kind: 'company', shape },
      keys: [
        { algorithm: 'plain', hash: text(), name: 'As it is' },
        { algorithm: 'sha256-hex', hash, name: 'By its "algorithm":"plain"' },
      ],
    });

    expect(await known()).toEqual([['As it is', ['created']]]);
  });

  it('200 lists a key no more when its secret has been replaced, once the overlap is over', async () => {
    const { key } = await aKey(leaver.client, { name: 'Made' });
    test.clock.advance(minuteMs);
    await rotate(company.owner, key.id, 600);

    expect(await known()).toEqual([['Made', ['created']]]);
    test.clock.advance(10 * minuteMs + 1);
    expect(await known()).toEqual([]);
  });

  it('200 lists no key that is revoked, and one that is disabled', async () => {
    const [revoked, disabled] = [
      await aKey(leaver.client, { name: 'Revoked' }),
      await aKey(leaver.client, { name: 'Disabled' }),
    ];
    await company.owner.post(`/keys/${revoked.key.id}/revoke`);
    await company.owner.post(`/keys/${disabled.key.id}/disable`);

    expect(await known()).toEqual([['Disabled', ['created']]]);
  });

  it('200 also of someone who has left', async () => {
    await aKey(leaver.client, { name: 'Made' });
    await company.owner.delete(`/users/${leaver.id}`);

    expect(await known()).toEqual([['Made', ['created']]]);
    expect((await ask()).body).toMatchObject({ user: { username: leaver.username, active: false } });
  });

  it('200 lists only keys of the kinds that one may read', async () => {
    await aKey(leaver.client, { name: 'Made' });
    const { body: role } = await company.owner.post('/roles', {
      name: 'Sees people off',
      permissions: ['users:read', 'users:delete'],
    });
    const { client, id } = await company.member('member');
    await company.owner.put(`/users/${id}/roles`, { roles: [role.id] });

    expect((await ask(client)).body).toMatchObject({ data: [], more: false });
  });

  it('403 for someone who may not remove people', async () => {
    const { client } = await company.member('member');

    expect(await ask(client)).toMatchObject({ status: 403 });
  });

  it('404 for somebody of another company, whoever has left it', async () => {
    const other = await aCompany(test);
    await aKey(leaver.client, { name: 'Made' });
    expect(await ask(other.owner)).toMatchObject({ status: 404 });

    await company.owner.delete(`/users/${leaver.id}`);

    expect(await ask(other.owner)).toMatchObject({ status: 404 });
  });

  it('200 shows a hundred keys, and says that there are more', async () => {
    for (let made = 0; made < 101; made++) await aKey(leaver.client, { name: `Key ${made}` });

    const { data, more } = (await ask()).body as { data: unknown[]; more: boolean };

    expect([data.length, more]).toEqual([100, true]);
  });
});
