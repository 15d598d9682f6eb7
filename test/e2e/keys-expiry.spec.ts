import { dayMs, hourMs, minuteMs, secondMs } from '../../src/platform';
import {
  aCompany,
  aKey,
  type Answer,
  type Client,
  password,
  startApp,
  type TestApp,
  type TestCompany,
} from '../support';

describe('the expiry of keys', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  /** Of a company whose keys live this long at most. */
  async function anOwner(maxLifetimeDays: number | null = null): Promise<Client> {
    const { owner } = await aCompany(test);
    if (maxLifetimeDays !== null) await setMaximum(owner, maxLifetimeDays);
    return owner;
  }

  /** Sessions end long before keys do. */
  const signInAgain = ({ slug }: TestCompany): Promise<Client> =>
    test.anyone.signIn(`owner@${slug}.test`, password);

  const setMaximum = (owner: Client, maxLifetimeDays: number | null): Promise<Answer> =>
    owner.patch('/settings', { keys: { company: { maxLifetimeDays } } });

  const make = (owner: Client, expiresAt: unknown): Promise<Answer> =>
    owner.post('/keys', { kind: 'company', name: 'Integration', expiresAt });

  /** So far from now, as it is written in JSON. */
  const fromNow = (ms: number): string => new Date(test.clock.now().getTime() + ms).toISOString();

  const expiryOf = async (owner: Client, id: string): Promise<unknown> =>
    (await owner.get(`/keys/${id}`)).body.expiresAt;

  const refusedExpiry = { status: 422, body: { errors: [{ pointer: '/expiresAt' }] } };

  /** Moves the clock to the next time it is this hour in UTC. */
  function waitUntilHour(hour: number): void {
    const time = test.clock.now().getTime();
    test.clock.advance((((hour * hourMs - (time % dayMs)) % dayMs) + dayMs) % dayMs);
  }

  const dayFromNow = (days: number): string => fromNow(days * dayMs).slice(0, 10);

  describe('POST /keys', () => {
    it('201 takes a moment as it is', async () => {
      const moment = fromNow(90 * dayMs);
      expect((await make(await anOwner(), moment)).body.key.expiresAt).toBe(moment);
    });

    it.each([0, 1, 30])(
      '201 takes the date of today + %d days as the end of that day in UTC',
      async (days) => {
        const date = dayFromNow(days);
        expect((await make(await anOwner(), date)).body.key.expiresAt).toBe(`${date}T23:59:59.999Z`);
      },
    );

    it('422 refuses what is over: now, a second ago and yesterday', async () => {
      const owner = await anOwner();
      for (const over of [fromNow(0), fromNow(-secondMs), dayFromNow(-1), '0001-01-01'])
        expect(await make(owner, over)).toMatchObject(refusedExpiry);
    });

    it.each([
      '2027-02-29',
      '2027-13-01',
      '2027-01-01T24:00:00Z',
      '2027-01-01T10:00:00',
      'tomorrow',
      '',
      '2027',
    ])('422 refuses %j, which is no moment in UTC and no date', async (text) => {
      expect(await make(await anOwner(), text)).toMatchObject(refusedExpiry);
    });

    it('201 gives a key without expiry the maximum', async () => {
      expect((await make(await anOwner(30), undefined)).body.key.expiresAt).toBe(fromNow(30 * dayMs));
    });

    it.each([
      ['just the maximum', 0],
      ['a minute more, for clocks differ', minuteMs],
    ])('201 caps %s at the maximum', async (_, more) => {
      const asked = fromNow(30 * dayMs + more);
      expect((await make(await anOwner(30), asked)).body.key.expiresAt).toBe(fromNow(30 * dayMs));
    });

    it('422 refuses more than a minute beyond the maximum', async () => {
      const owner = await anOwner(30);
      expect(await make(owner, fromNow(30 * dayMs + minuteMs + 1))).toMatchObject(refusedExpiry);
      expect((await owner.get('/keys')).body.data).toEqual([]);
    });

    it('201 caps a date whose day begins before the maximum, and 422 refuses the day after', async () => {
      waitUntilHour(9);
      const owner = await anOwner(30);

      expect((await make(owner, dayFromNow(30))).body.key.expiresAt).toBe(fromNow(30 * dayMs));
      expect(await make(owner, dayFromNow(31))).toMatchObject(refusedExpiry);
    });

    it('201 stores what it capped: lifting the maximum later gives no more', async () => {
      const owner = await anOwner(30);
      const capped = fromNow(30 * dayMs);
      const byMinute = await make(owner, fromNow(30 * dayMs + minuteMs));
      const byDate = await make(owner, dayFromNow(30));

      await setMaximum(owner, null);

      for (const { body } of [byMinute, byDate]) expect(await expiryOf(owner, body.key.id)).toBe(capped);
    });

    it('422 refuses a date whose day begins with the maximum', async () => {
      waitUntilHour(0);
      const owner = await anOwner(30);

      expect(await make(owner, dayFromNow(30))).toMatchObject(refusedExpiry);
      expect((await make(owner, dayFromNow(29))).status).toBe(201);
    });
  });

  describe('PATCH /settings', () => {
    it('200 caps the keys there are, and raising the maximum gives back no more than was stored', async () => {
      const owner = await anOwner();
      const stored = fromNow(60 * dayMs);
      const [short, long, endless] = [
        await aKey(owner, { expiresAt: fromNow(5 * dayMs) }),
        await aKey(owner, { expiresAt: stored }),
        await aKey(owner),
      ];
      const expiries = async (): Promise<unknown[]> =>
        Promise.all([short, long, endless].map(({ key }) => expiryOf(owner, key.id)));

      await setMaximum(owner, 10);
      expect(await expiries()).toEqual([fromNow(5 * dayMs), fromNow(10 * dayMs), fromNow(10 * dayMs)]);
      await setMaximum(owner, 365);
      expect(await expiries()).toEqual([fromNow(5 * dayMs), stored, fromNow(365 * dayMs)]);
      await setMaximum(owner, null);
      expect(await expiries()).toEqual([fromNow(5 * dayMs), stored, null]);
    });

    it('200 counts from when the key was issued; it stops and restores at once', async () => {
      const company = await aCompany(test);
      const { key, secret } = await aKey(company.owner);
      const dayLater = fromNow(dayMs);
      const ask = async (): Promise<unknown> =>
        (await test.anyone.withKey(secret).get('/core/api/v1/sales_invoices')).body.code;
      test.clock.advance(25 * hourMs);
      const owner = await signInAgain(company);

      expect(await ask()).toBeUndefined();
      await setMaximum(owner, 1);
      expect(await ask()).toBe('expired');
      expect((await owner.get(`/keys/${key.id}`)).body).toMatchObject({
        status: 'expired',
        expiresAt: dayLater,
      });
      await setMaximum(owner, 2);
      expect(await ask()).toBeUndefined();
    });
  });

  describe('PATCH /keys/{id}', () => {
    it('200 moves the expiry, keeps it where it is not named, and clears it with null', async () => {
      const owner = await anOwner();
      const { key } = await aKey(owner, { expiresAt: fromNow(dayMs) });
      const patch = async (body: object): Promise<unknown> =>
        (await owner.patch(`/keys/${key.id}`, body)).body.key.expiresAt;

      expect(await patch({ name: 'Renamed' })).toBe(fromNow(dayMs));
      expect(await patch({ expiresAt: fromNow(9 * dayMs) })).toBe(fromNow(9 * dayMs));
      expect(await patch({ expiresAt: null })).toBeNull();
    });

    it('200 gives a key whose expiry is cleared the maximum', async () => {
      const owner = await anOwner(30);
      const { key } = await aKey(owner, { expiresAt: fromNow(dayMs) });

      await owner.patch(`/keys/${key.id}`, { expiresAt: null });

      expect(await expiryOf(owner, key.id)).toBe(fromNow(30 * dayMs));
    });

    it('422 refuses the past, and measures the maximum from when the key was issued', async () => {
      const owner = await anOwner(30);
      const { key } = await aKey(owner);
      const latest = fromNow(30 * dayMs);
      test.clock.advance(5 * minuteMs);
      const patch = (expiresAt: string): Promise<Answer> => owner.patch(`/keys/${key.id}`, { expiresAt });

      expect(await patch(fromNow(0))).toMatchObject(refusedExpiry);
      expect(await patch(fromNow(30 * dayMs))).toMatchObject(refusedExpiry);
      expect((await patch(latest)).body.key.expiresAt).toBe(latest);
    });

    it('200 brings an expired key back', async () => {
      const owner = await anOwner();
      const { key, secret } = await aKey(owner, { expiresAt: fromNow(minuteMs) });
      test.clock.advance(minuteMs);
      expect((await owner.get(`/keys/${key.id}`)).body.status).toBe('expired');

      const back = await owner.patch(`/keys/${key.id}`, { expiresAt: fromNow(minuteMs) });

      expect(back.body.key.status).toBe('active');
      expect((await test.anyone.withKey(secret).get('/core/api/v1/me')).status).toBe(200);
    });
  });

  describe('expiringSoon', () => {
    it.each([
      ['14 days', 14 * dayMs, true],
      ['a millisecond more', 14 * dayMs + 1, false],
    ])('says whether %s are left', async (_, left, soon) => {
      const { key } = (await make(await anOwner(), fromNow(left))).body;
      expect(key.expiringSoon).toBe(soon);
    });

    it('is over when the key is', async () => {
      const owner = await anOwner();
      const { key } = await aKey(owner, { expiresAt: fromNow(minuteMs) });
      test.clock.advance(minuteMs);

      expect((await owner.get(`/keys/${key.id}`)).body).toMatchObject({
        status: 'expired',
        expiringSoon: false,
      });
    });
  });
});
