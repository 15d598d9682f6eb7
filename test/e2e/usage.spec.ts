import { dayMs, hourMs, minuteMs } from '../../src/platform';
import { UsageRetention } from '../../src/usage/usage-retention';
import { aCompany, aKey, type Client, startApp, type TestApp, type TestCompany } from '../support';
import { queryRows } from '../support/tables';
import { use } from '../support/usage';

interface Step {
  readonly at: string;
  readonly valid: number;
  readonly refused: number;
  readonly reasons: Readonly<Record<string, number>>;
}

interface Usage {
  readonly from: string;
  readonly to: string;
  readonly step: string;
  readonly data: readonly Step[];
  readonly totals: Omit<Step, 'at'>;
}

const nothing = { valid: 0, refused: 0, reasons: {} };

let test: TestApp;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp();
});
// A session ends after half an hour, and tests move the clock further.
beforeEach(async () => {
  company = await aCompany(test);
});
afterAll(() => test.close());

const now = (): number => test.clock.now().getTime();
const text = (ms: number): string => new Date(ms).toISOString();
const thisHour = (): number => now() - (now() % hourMs);
const today = (): number => now() - (now() % dayMs);
const newKey = async (of = company) => ({ companyId: of.id, keyId: (await aKey(of.owner)).key.id });

async function usage(query = '', client: Client = company.owner): Promise<Usage> {
  await test.settle();
  const { status, body } = await client.get(`/usage?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

describe('GET /usage', () => {
  it('200 shows the last 24 hours, the present one last, with zeros where nothing happened', async () => {
    const key = await newKey();
    test.clock.advance(10 * minuteMs);
    for (const outcome of ['VALID', 'VALID', 'EXPIRED', 'RATE_LIMITED', 'EXPIRED'] as const)
      use(test, key, { outcome });
    use(test, key, { at: thisHour() - 23 * hourMs });
    use(test, key, { at: thisHour() - 23 * hourMs - 1 });
    const found = await usage();

    expect(found).toMatchObject({
      from: text(thisHour() - 23 * hourMs),
      to: text(thisHour() + hourMs),
      step: 'hour',
    });
    const beginnings = Array.from({ length: 24 }, (_, hour) => text(thisHour() - (23 - hour) * hourMs));
    expect(found.data.map(({ at }) => at)).toEqual(beginnings);
    expect(found.data.at(0)).toEqual({ at: beginnings[0], valid: 1, refused: 0, reasons: {} });
    expect(found.data.slice(1, 23).every(({ valid, refused }) => valid + refused === 0)).toBe(true);
    const last = { valid: 2, refused: 3, reasons: { EXPIRED: 2, RATE_LIMITED: 1 } };
    expect(found.data.at(-1)).toEqual({ at: text(thisHour()), ...last });
    expect(found.totals).toEqual({ ...last, valid: 3 });
  });

  it('200 counts a use by its pathway, once it was noted', async () => {
    const { key, secret } = await aKey(company.owner);
    await test.anyone.withKey(secret).get('/sales_invoices');
    await company.owner.post('/keys/verify', { key: secret });

    expect((await usage(`keyId=${key.id}`)).totals).toEqual({ ...nothing, valid: 2 });
  });

  it('200 shows days of UTC, thirty of them unless told otherwise', async () => {
    const key = await newKey();
    for (const at of [today(), today() - 1, today() - dayMs]) use(test, key, { at });
    use(test, key, { at: today() - 1, outcome: 'REVOKED' });
    const found = await usage('step=day');

    expect(found.data).toHaveLength(30);
    expect(found).toMatchObject({ from: text(today() - 29 * dayMs), to: text(today() + dayMs), step: 'day' });
    expect(found.data.slice(-2)).toEqual([
      { at: text(today() - dayMs), valid: 2, refused: 1, reasons: { REVOKED: 1 } },
      { at: text(today()), valid: 1, refused: 0, reasons: {} },
    ]);
  });

  it('200 from one time to before another, in whole steps', async () => {
    const key = await newKey();
    const from = thisHour() - 5 * hourMs;
    for (let hour = 0; hour < 4; hour += 1) use(test, key, { at: from + hour * hourMs });
    const found = await usage(`from=${text(from + minuteMs)}&to=${text(from + 2 * hourMs)}`);
    expect(found.data.map(({ at, valid }) => [at, valid])).toEqual([
      [text(from), 1],
      [text(from + hourMs), 1],
    ]);

    const within = await usage(`from=${text(from + minuteMs)}&to=${text(from + 2 * minuteMs)}`);
    expect(within).toMatchObject({ from: text(from), to: text(from + hourMs), totals: { valid: 1 } });
    expect((await usage(`step=day&from=${text(today() - dayMs)}`)).data).toHaveLength(2);
  });

  it('200 adds up all keys of the company, or shows one', async () => {
    const [one, other] = [await newKey(), await newKey()];
    use(test, one);
    use(test, other);
    use(test, other, { outcome: 'DISABLED' });

    expect((await usage()).totals).toEqual({ valid: 2, refused: 1, reasons: { DISABLED: 1 } });
    expect((await usage(`keyId=${one.keyId}`)).totals).toEqual({ ...nothing, valid: 1 });
    expect((await usage(`keyId=${company.id}`)).totals).toEqual(nothing);
  });

  it('200 shows nothing of another company, nor that its key is there', async () => {
    const theirs = await newKey(await aCompany(test));
    use(test, theirs);

    expect((await usage()).totals).toEqual(nothing);
    expect(await usage(`keyId=${theirs.keyId}`)).toEqual(await usage(`keyId=${company.ownerId}`));
  });

  it('200 for those who may read usage, for keys of every kind; 403 for others', async () => {
    use(test, await newKey());
    for (const role of ['superadmin', 'admin', 'system-administrator'] as const) {
      const { client } = await company.member(role);
      expect((await usage('', client)).totals.valid).toBe(1);
    }
    for (const role of ['member', 'api-key-generate'] as const) {
      const { client } = await company.member(role);
      expect((await client.get('/usage')).body.code).toBe('forbidden');
    }
  });

  it.each([
    ['step=week', '/step'],
    ['from=yesterday', '/from'],
    ['from=2026-02-30', '/from'],
    ['to=2026-02-30T00:00:00Z', '/to'],
    ['from=2026-06-15T10:00:00Z&to=2026-06-15T10:00:00Z', '/from'],
    ['from=2026-06-15T10:30:00Z&to=2026-06-15T10:10:00Z', '/from'],
    ['from=2126-06-15T10:00:00Z', '/from'],
    ['from=2026-01-01T00:00:00Z&to=2026-06-01T00:00:00Z', '/from'],
    ['step=day&from=1900-01-01T00:00:00Z', '/from'],
    ['keyId=1', '/keyId'],
    ['keyId=', '/keyId'],
    ['keyId=00000000-0000-7000-8000-00000000000A', '/keyId'],
    ['keyId=a&keyId=b', '/keyId'],
    ['outcome=VALID', '/outcome'],
  ])('422 points at what is wrong with ?%s', async (query, pointer) => {
    expect(await company.owner.get(`/usage?${query}`)).toMatchObject({
      status: 422,
      body: { code: 'validation-failed', errors: [{ pointer }] },
    });
  });

  it('200 up to a thousand steps', async () => {
    const to = today();
    expect((await usage(`to=${text(to)}&from=${text(to - 1_000 * hourMs)}`)).data).toHaveLength(1_000);
    expect((await company.owner.get(`/usage?to=${text(to)}&from=${text(to - 1_001 * hourMs)}`)).status).toBe(
      422,
    );
  });
});

describe('counts that are older than 400 days', () => {
  it('are deleted in the background, and no others', async () => {
    test.clock.advance(10 * minuteMs);
    const key = await newKey();
    const oldest = thisHour() + hourMs - 400 * dayMs;
    for (const at of [oldest - 2 * hourMs, oldest - 1, oldest, thisHour()]) use(test, key, { at });
    await test.settle();
    await test.app.get(UsageRetention).turn();

    const sql = 'SELECT hour FROM key_usage_hours WHERE key_id = ? ORDER BY hour';
    const left = await queryRows(test, sql, [key.keyId]);
    expect(left.map(({ hour }) => Number(hour))).toEqual([oldest, thisHour()]);
  });

  it('are deleted a bounded number at a time', async () => {
    const key = await newKey();
    for (let hour = 1; hour <= 30; hour += 1) use(test, key, { at: now() - 401 * dayMs - hour * hourMs });
    await test.settle();
    await test.app.get(UsageRetention).turn(7, 2);
    const left = 'SELECT COUNT(*) AS count FROM key_usage_hours WHERE key_id = ?';

    expect(Number((await queryRows(test, left, [key.keyId]))[0]?.['count'])).toBe(16);
    await test.app.get(UsageRetention).turn();
    expect(Number((await queryRows(test, left, [key.keyId]))[0]?.['count'])).toBe(0);
  });
});
