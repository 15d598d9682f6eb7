import { LogFollowers } from '../../src/cluster';
import { ExpiryNotices } from '../../src/api-keys/upkeep';
import { InboxUpkeep } from '../../src/notifications/inbox-upkeep';
import { dayMs } from '../../src/platform';
import {
  aCompany,
  aKey,
  anOperator,
  type Client,
  password,
  startApp,
  type TestApp,
  type TestCompany,
} from '../support';

/** What a member may make. */
const mine = { kind: 'personal', name: 'Mine' };

describe('what people are told of', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
  });
  beforeEach(async () => {
    company = await aCompany(test);
    await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
  });
  afterAll(() => test.close());

  /** The types of the notices of this person, oldest first. */
  async function toldTo(client: Client): Promise<string[]> {
    await test.app.get(LogFollowers).catchUp();
    const { data } = (await client.get('/me/notifications?limit=100')).body;
    return data.map(({ type }: { type: string }) => type).reverse();
  }

  it('is of a company key its keepers and its maker, of a personal key its owner, and nobody else', async () => {
    const sysadmin = await company.member('system-administrator');
    const [admin, member] = [
      await company.member('admin'),
      await company.member('member', 'api-key-generate'),
    ];
    const expiresAt = new Date(test.clock.now().getTime() + 2 * dayMs).toISOString();
    await aKey(sysadmin.client, { name: 'Robot', expiresAt });
    await aKey(member.client, { ...mine, expiresAt });
    test.clock.advance(1.5 * dayMs);
    await test.app.get(ExpiryNotices).notice();
    await test.app.get(LogFollowers).catchUp();
    const expiring = async (username: string): Promise<unknown[]> => {
      const client = await test.anyone.signIn(username, password);
      const { data } = (await client.get('/me/notifications')).body;
      return data
        .filter(({ type }: { type: string }) => type === 'key.expiring')
        .map(({ facts }: { facts: unknown }) => facts);
    };

    const ofRobot = { name: 'Robot', expiresAt, days: 1 };
    expect(await expiring(`owner@${company.slug}.test`)).toEqual([ofRobot]);
    expect(await expiring(sysadmin.username)).toEqual([ofRobot]);
    expect(await expiring(member.username)).toEqual([{ ...ofRobot, name: 'Mine' }]);
    // May not read company keys.
    expect(await expiring(admin.username)).toEqual([]);
  });

  it('is not of what they did themselves, except to their own proofs', async () => {
    const member = await company.member('member', 'api-key-generate');
    const [own, taken] = [await aKey(member.client, mine), await aKey(member.client, mine)];
    await member.client.post(`/keys/${own.key.id}/revoke`, {});
    await company.owner.post(`/keys/${taken.key.id}/revoke`, { reason: 'Found in a log' });
    await member.client.put('/me/pin', { password, pin: '193746' });

    expect(await toldTo(member.client)).toEqual(['key.revoked', 'user.pin-set']);
    expect(await toldTo(company.owner)).not.toContain('key.revoked');
  });

  it('comes once, is theirs alone, and is read once', async () => {
    const [one, other] = [await company.member('member'), await company.member('member')];
    for (const pin of ['193746', '583920', '740182']) await one.client.put('/me/pin', { password, pin });
    await toldTo(one.client);
    await toldTo(one.client);
    const { data, unread } = (await one.client.get('/me/notifications')).body;
    const [newest, second, oldest] = data.map(({ id }: { id: string }) => id);
    expect([data.length, unread]).toEqual([3, 3]);
    expect((await other.client.post('/me/notifications/read', { ids: [newest] })).body).toEqual({
      unread: 0,
    });
    expect((await one.client.get('/me/notifications/unread')).body).toEqual({ unread: 3 });
    expect((await one.client.post('/me/notifications/read', { ids: [newest] })).body).toEqual({ unread: 2 });
    expect((await one.client.post('/me/notifications/read', { upTo: second })).body).toEqual({ unread: 0 });

    const page = (await one.client.get('/me/notifications?limit=2')).body;
    const rest = (await one.client.get(`/me/notifications?limit=2&cursor=${page.pagination.cursor}`)).body;
    expect(rest.data.map(({ id }: { id: string }) => id)).toEqual([oldest]);
    expect((await one.client.get('/me/notifications?unread=true')).body.data).toEqual([]);
  });

  it('stays in its company: neither another one nor a key reads it', async () => {
    const other = await aCompany(test);
    const operator = await anOperator(test);
    await operator.client.post(`/platform/companies/${company.id}/suspend`, { reason: 'Unpaid' });

    expect(await toldTo(company.owner)).toContain('company.suspended');
    expect(await toldTo(other.owner)).not.toContain('company.suspended');
    const key = await aKey(other.owner);
    expect((await test.anyone.withKey(key.secret).get('/me/notifications')).status).toBe(403);
  });

  it('is kept for 90 days', async () => {
    await company.owner.put('/me/pin', { password, pin: '193746' });
    expect(await toldTo(company.owner)).toContain('user.pin-set');
    test.clock.advance(91 * dayMs);
    await test.app.get(InboxUpkeep).sweep();

    const again = await test.anyone.signIn(`owner@${company.slug}.test`, password);
    expect(await toldTo(again)).toEqual([]);
  });

  it.each([{}, { ids: [] }, { ids: ['x'] }, { upTo: 'x' }, { upTo: null }, { ids: ['x'], upTo: 'x' }])(
    '422 refuses to mark %j as read',
    async (body) => {
      expect((await company.owner.post('/me/notifications/read', body)).status).toBe(422);
    },
  );
});
