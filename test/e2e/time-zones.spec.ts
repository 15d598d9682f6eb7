import { aCompany, aKey, anOperator, startApp, type TestApp, type TestCompany } from '../support';
import { aMachineKey, aServiceAccount } from '../support/service-accounts';

const minuteMs = 60_000;

let test: TestApp;
let company: TestCompany;

const liveIn = (timeZone: string) => company.owner.patch('/settings', { timeZone });
const expiryOf = async (id: string) => (await company.owner.get(`/keys/${id}`)).body.expiresAt as unknown;
const expiryOfNew = async (asked: object, client = company.owner) =>
  expiryOf((await aKey(client, asked)).key.id);
const unknownAt = (pointer: string) => ({
  status: 422,
  body: { errors: [{ pointer, code: 'unknown-reference', params: { resource: 'time-zone' } }] },
});

describe('the time zone of a company', () => {
  beforeAll(async () => (test = await startApp()));
  beforeEach(async () => (company = await aCompany(test)));
  afterAll(() => test.close());

  describe('as a setting', () => {
    it('200 is UTC until it is changed, and the session shows it', async () => {
      expect((await company.owner.get('/settings')).body.timeZone).toBe('UTC');
      const changed = await liveIn('asia/jakarta');

      expect(changed).toMatchObject({ status: 200, body: { timeZone: 'Asia/Jakarta', locale: 'en' } });
      expect((await company.owner.get('/settings')).body.timeZone).toBe('Asia/Jakarta');
      const { body } = await company.owner.get('/sessions/current');
      expect(body.company).toMatchObject({ id: company.id, timeZone: 'Asia/Jakarta' });
      expect(body.companies).toMatchObject([{ id: company.id, timeZone: 'Asia/Jakarta' }]);
    });

    it('200 is logged with from and to, and not where it stays the same', async () => {
      const changesOf = async () => {
        const [event] = (await company.owner.get('/events?type=settings.updated')).body.data;
        return event.data.changes as unknown;
      };
      await liveIn('Asia/Calcutta');
      expect(await changesOf()).toEqual({ timeZone: { from: 'UTC', to: 'Asia/Kolkata' } });
      await liveIn('asia/kolkata');
      expect(await changesOf()).toEqual({});
    });

    it('200 leaves other companies alone', async () => {
      const other = await aCompany(test);
      await liveIn('Asia/Jakarta');
      expect((await other.owner.get('/settings')).body.timeZone).toBe('UTC');
    });

    it.each(['', 'Jakarta', 'Asia/Atlantis', '+07:00', 'x'.repeat(1_000)])(
      '422 is not %j',
      async (timeZone) => {
        expect(await liveIn(timeZone)).toMatchObject(unknownAt('/timeZone'));
        expect((await company.owner.get('/settings')).body.timeZone).toBe('UTC');
      },
    );
  });

  describe('when a key is to expire', () => {
    it('201, 200 ends the day in it, or where the request says', async () => {
      await liveIn('Asia/Jakarta');
      const { key } = await aKey(company.owner, { expiresAt: '2026-12-25' });
      expect(await expiryOf(key.id)).toBe('2026-12-25T16:59:59.999Z');
      const elsewhere = { expiresAt: '2026-12-25', timeZone: 'america/los_angeles' };
      const there = '2026-12-26T07:59:59.999Z';
      expect(await expiryOfNew(elsewhere)).toBe(there);

      await company.owner.patch(`/keys/${key.id}`, elsewhere);
      expect(await expiryOf(key.id)).toBe(there);
      await company.owner.patch(`/keys/${key.id}`, { expiresAt: '2026-12-24' });
      expect(await expiryOf(key.id)).toBe('2026-12-24T16:59:59.999Z');

      const rotate = (body: object) =>
        company.owner.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0, ...body });
      expect((await rotate(elsewhere)).body.key.expiresAt).toBe(there);
      expect((await rotate({ expiresAt: '2026-12-24' })).body.key.expiresAt).toBe('2026-12-24T16:59:59.999Z');
    });

    it('means nothing to a moment, nor to a request that names no day', async () => {
      await liveIn('Asia/Jakarta');
      const moment = '2026-12-25T00:00:00.000Z';
      const { key } = await aKey(company.owner, { expiresAt: moment, timeZone: 'Pacific/Apia' });
      expect(await expiryOf(key.id)).toBe(moment);
      const patched = await company.owner.patch(`/keys/${key.id}`, { timeZone: 'Pacific/Apia' });
      expect(patched).toMatchObject({ status: 200, body: { key: { expiresAt: moment } } });
    });

    it('moves nothing that was stored before', async () => {
      const { key } = await aKey(company.owner, { expiresAt: '2026-12-25' });
      await liveIn('Asia/Jakarta');
      expect(await expiryOf(key.id)).toBe('2026-12-25T23:59:59.999Z');
    });

    it('422 refuses a day that is over there, though not yet in UTC', async () => {
      const kind = { kind: 'company', name: 'n', expiresAt: '2026-06-15' };
      const late = await company.owner.post('/keys', { ...kind, timeZone: 'Pacific/Kiritimati' });
      expect(late).toMatchObject({ status: 201 });
      const over = { ...kind, expiresAt: '2026-06-14', timeZone: 'Pacific/Kiritimati' };
      expect(await company.owner.post('/keys', over)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/expiresAt' }] },
      });
    });

    it('422 refuses an unknown zone', async () => {
      const { key } = await aKey(company.owner);
      const none = { expiresAt: '2026-12-25', timeZone: 'Asia/Atlantis' };
      const answers = [
        await company.owner.post('/keys', { kind: 'company', name: 'n', ...none }),
        await company.owner.patch(`/keys/${key.id}`, none),
        await company.owner.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0, ...none }),
      ];
      for (const answer of answers) expect(answer).toMatchObject(unknownAt('/timeZone'));
    });

    it('201 holds for a service key that acts for the company; its own days are those of UTC', async () => {
      const { client } = await anOperator(test);
      const asked = { name: 'Backend', permissions: ['keys:manage'], expiresAt: '2026-12-25' };
      const made = await client.post('/platform/service-keys', asked);
      expect(made).toMatchObject({
        status: 201,
        body: { serviceKey: { expiresAt: '2026-12-25T23:59:59.999Z' } },
      });
      const inJakarta = await client.post('/platform/service-keys', { ...asked, timeZone: 'Asia/Jakarta' });
      expect(inJakarta.body.serviceKey.expiresAt).toBe('2026-12-25T16:59:59.999Z');

      await liveIn('Asia/Jakarta');
      const acting = test.anyone.withKey(made.body.secret).with({ 'kunci-company': company.id });
      expect(await expiryOfNew({ expiresAt: '2026-12-25' }, acting)).toBe('2026-12-25T16:59:59.999Z');
    });
  });

  describe('when a span is asked for', () => {
    it('200 begins and ends with the days there, or where the request says', async () => {
      await liveIn('Asia/Jakarta');
      const spanOf = async (query: string) => {
        const { body } = await company.owner.get(`/usage?${query}`);
        return [body.from, body.to] as unknown[];
      };
      const days = 'from=2026-06-14&to=2026-06-15';
      expect(await spanOf(days)).toEqual(['2026-06-13T17:00:00.000Z', '2026-06-15T17:00:00.000Z']);
      expect(await spanOf(`${days}&timeZone=UTC`)).toEqual([
        '2026-06-14T00:00:00.000Z',
        '2026-06-16T00:00:00.000Z',
      ]);
    });

    it('200 holds for a key at once, also for one that was used before it changed', async () => {
      const account = await aServiceAccount(company, 'usage:read');
      const { secret } = await aMachineKey(company.owner, account);
      const fromOf = async () =>
        (await test.anyone.withKey(secret).get('/usage?from=2026-06-15')).body.from as unknown;
      expect(await fromOf()).toBe('2026-06-15T00:00:00.000Z');
      expect((await liveIn('Asia/Jakarta')).body.revocation).toMatchObject({ effectiveEverywhere: true });
      expect(await fromOf()).toBe('2026-06-14T17:00:00.000Z');
    });

    it('422 refuses an unknown zone', async () => {
      for (const path of ['/usage', '/events', '/events/export'])
        expect(await company.owner.get(`${path}?from=2026-06-15&timeZone=Jakarta`)).toMatchObject(
          unknownAt('/timeZone'),
        );
    });
  });
});

// It is 23:30 on the Marquesas, and still 14 June.
describe('a day in the time zone of a company', () => {
  beforeEach(async () => {
    test = await startApp();
    company = await aCompany(test);
    await liveIn('Pacific/Marquesas');
  });
  afterEach(() => test.close());

  /** In steps, so that nobody is signed out. */
  async function passMidnight(): Promise<void> {
    test.clock.advance(20 * minuteMs);
    await company.owner.get('/settings');
    test.clock.advance(10 * minuteMs);
  }

  it('401 refuses a key once its day is over there', async () => {
    const { key, secret } = await aKey(company.owner, { expiresAt: '2026-06-14' });
    const client = test.anyone.withKey(secret);
    expect(await expiryOf(key.id)).toBe('2026-06-15T09:29:59.999Z');
    expect((await client.get('/me')).status).toBe(200);

    await passMidnight();
    expect(await client.get('/me')).toMatchObject({ status: 401, body: { code: 'expired' } });
  });

  it('200 shows and exports the events of a day there', async () => {
    const madeOn = async (query: string): Promise<string[]> => {
      const { data } = (await company.owner.get(`/events?type=key.generated&${query}`)).body;
      return data.map(({ target }: { target: { id: string } }) => target.id);
    };
    const { key } = await aKey(company.owner, { name: 'Before midnight' });
    await passMidnight();
    const { key: later } = await aKey(company.owner, { name: 'After it' });

    expect(await madeOn('from=2026-06-14&to=2026-06-14')).toEqual([key.id]);
    expect(await madeOn('from=2026-06-15&to=2026-06-15')).toEqual([later.id]);
    expect(await madeOn('from=2026-06-15&to=2026-06-15&timeZone=UTC')).toEqual([later.id, key.id]);
    const exported: unknown = (await company.owner.get('/events/export?to=2026-06-14')).body;
    expect(exported).toContain(key.id);
    expect(exported).not.toContain(later.id);
  });
});
