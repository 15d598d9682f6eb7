import { ExpiryNotices, Recap } from '../../src/api-keys/upkeep';
import { dayMs, minuteMs } from '../../src/platform';
import { aCompany, type Client, password, startApp, type TestApp, type TestCompany } from '../support';
import { queryRows } from '../support/tables';

describe('the notices of keys that expire', () => {
  let test: TestApp;
  let company: TestCompany;
  let owner: Client;

  beforeAll(async () => {
    test = await startApp();
  });
  beforeEach(async () => {
    company = await aCompany(test);
    owner = company.owner;
  });
  afterAll(() => test.close());

  const inDays = (days: number): string => new Date(test.clock.now().getTime() + days * dayMs).toISOString();

  async function aKeyOf(days: number): Promise<string> {
    const made = await owner.post('/keys', { kind: 'company', name: 'Robot', expiresAt: inDays(days) });
    return made.body.key.id;
  }

  /** Sessions end long before keys do. */
  const signInAgain = async (): Promise<Client> =>
    (owner = await test.anyone.signIn(`owner@${company.slug}.test`, password));

  /** One day after another, with two instances that look at once. */
  async function pass(days: number): Promise<void> {
    const notices = test.app.get(ExpiryNotices);
    for (let day = 0; day < days; day += 1) {
      test.clock.advance(dayMs);
      await Promise.all([notices.notice(), notices.notice()]);
    }
  }

  async function told(keyId: string): Promise<unknown[]> {
    const rows = await queryRows(
      test,
      "SELECT data FROM events WHERE type = 'key.expiring' AND target_id = ? ORDER BY seq",
      [keyId],
    );
    return rows.map(({ data }) => JSON.parse(String(data)));
  }

  const daysTold = async (keyId: string): Promise<unknown[]> =>
    (await told(keyId)).map((facts) => (facts as { days: number }).days);

  it('are three for one with 31 days to live, and one for one with five', async () => {
    const expiresAt = inDays(31);
    const [long, short] = [await aKeyOf(31), await aKeyOf(5)];
    await pass(40);

    expect(await told(long)).toEqual([30, 7, 1].map((days) => ({ name: 'Robot', expiresAt, days })));
    expect(await daysTold(short)).toEqual([1]);
  });

  it('begin again when the expiry is moved, without those that were due before', async () => {
    const id = await aKeyOf(31);
    await pass(26);
    await signInAgain();
    await owner.patch(`/keys/${id}`, { expiresAt: inDays(20) });
    await pass(25);

    expect(await daysTold(id)).toEqual([30, 7, 7, 1]);
  });

  it('go to no key that is revoked, and come once, the last, after a time without a server', async () => {
    const [revoked, late] = [await aKeyOf(31), await aKeyOf(31)];
    await owner.post(`/keys/${revoked}/revoke`, {});
    test.clock.advance(27 * dayMs);
    await test.app.get(ExpiryNotices).notice();
    await pass(5);

    expect([await daysTold(revoked), await daysTold(late)]).toEqual([[], [7, 1]]);
  });

  it('come at once when a policy ends a key earlier, and only once it is applied', async () => {
    const id = await aKeyOf(200);
    await pass(85);
    await signInAgain();
    await owner.patch('/settings', { keys: { company: { maxLifetimeDays: 90 } } });
    await test.app.get(ExpiryNotices).notice();
    expect(await daysTold(id)).toEqual([]);
    await test.app.get(Recap).turn();
    test.clock.advance(minuteMs);
    await test.app.get(ExpiryNotices).notice();

    expect(await daysTold(id)).toEqual([7]);
  });
});
