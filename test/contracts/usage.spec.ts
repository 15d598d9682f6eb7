import { Background, hourMs, Ids, minuteMs, secondMs } from '../../src/platform';
import { UnitOfWork } from '../../src/platform/database';
import { UsageBuffer } from '../../src/usage';
import { aCompany, aKey, createTestDatabase, startApp, type TestApp, TestClock } from '../support';
import { statementsOf } from '../support/statements';
import { queryRows } from '../support/tables';
import { hoursOf, lastUseOf, use } from '../support/usage';

interface Key {
  readonly companyId: string;
  readonly keyId: string;
}

let test: TestApp;
let newKey: () => Promise<Key>;
let key: Key;

beforeAll(async () => {
  test = await startApp({ env: { METRICS: 'open' } });
  // From now on it flushes when a test says so.
  await test.app.get(Background).onApplicationShutdown();
});
beforeEach(async () => {
  await test.settle();
  // At the beginning of an hour, so that no test runs into the next one.
  test.clock.advance(hourMs - (test.clock.now().getTime() % hourMs));
  const company = await aCompany(test);
  newKey = async () => ({ companyId: company.id, keyId: (await aKey(company.owner)).key.id });
  key = await newKey();
});
afterAll(() => test.close());

const now = (): number => test.clock.now().getTime();
const buffer = (): UsageBuffer => test.app.get(UsageBuffer);

/** Runs one flush. @returns how many rows it wrote, by table. */
async function rowsOfFlush(): Promise<Record<string, number>> {
  const statements = await statementsOf(test, () => buffer().flush());
  const written: Record<string, number> = {};
  for (const sql of statements) {
    const table = /^INSERT INTO (\w+)/.exec(sql)?.[1];
    if (table !== undefined) written[table] = (written[table] ?? 0) + sql.split('(?').length - 1;
  }
  return written;
}

async function metric(name: string): Promise<number> {
  const { body } = await test.anyone.get('/metrics');
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(String(body))?.[1]);
}

describe('what comes of a key', () => {
  it('is counted by outcome and by the hour in UTC', async () => {
    const [first, second] = [now(), now() + hourMs];
    for (const outcome of ['VALID', 'VALID', 'REVOKED', 'RATE_LIMITED'] as const) use(test, key, { outcome });
    use(test, key, { at: second - 1, outcome: 'EXPIRED' });
    use(test, key, { at: second });
    await test.settle();
    use(test, key, { at: second + 1 });
    use(test, key, { at: first, outcome: 'REVOKED' });
    await test.settle();

    expect(await hoursOf(test, key.keyId)).toEqual({
      [first]: { valid: 2, revoked: 2, rate_limited: 1, expired: 1 },
      [second]: { valid: 2 },
    });
  });

  it('moves the last use when it was good, and only then', async () => {
    use(test, key, { address: '192.0.2.1', userAgent: 'till/1' });
    const good = now();
    test.clock.advance(10 * minuteMs);
    use(test, key, { outcome: 'ADDRESS_NOT_ALLOWED', address: '192.0.2.66', userAgent: 'curl' });
    await test.settle();

    expect(await lastUseOf(test, key.keyId)).toMatchObject({
      last_used_at: good,
      address: '192.0.2.1',
      user_agent: 'till/1',
    });
  });

  it('leaves no last use when it was only refused', async () => {
    use(test, key, { outcome: 'DISABLED' });
    await test.settle();

    expect(await lastUseOf(test, key.keyId)).toBeUndefined();
    expect(await hoursOf(test, key.keyId)).toEqual({ [now()]: { disabled: 1 } });
  });
});

describe('a last use', () => {
  it('goes forward only, as a whole, whatever another instance wrote', async () => {
    const later = { at: now() + 5 * minuteMs, address: '192.0.2.2', userAgent: 'later' };
    use(test, key, later);
    await test.settle();
    use(test, key, { at: now(), address: '192.0.2.1', userAgent: 'earlier' });
    await test.settle();

    const written = { last_used_at: later.at, address: later.address, user_agent: later.userAgent };
    expect(await lastUseOf(test, key.keyId)).toMatchObject(written);
    use(test, key, { at: later.at + minuteMs, address: null, userAgent: null });
    await test.settle();
    const cleared = { last_used_at: later.at + minuteMs, address: null, user_agent: null };
    expect(await lastUseOf(test, key.keyId)).toMatchObject(cleared);
  });

  it('is that of the latest time, in whichever order uses are noted', async () => {
    use(test, key, { at: now() + secondMs, address: '192.0.2.2' });
    use(test, key, { at: now(), address: '192.0.2.1' });
    await test.settle();

    expect(await lastUseOf(test, key.keyId)).toMatchObject({ address: '192.0.2.2' });
  });

  it('is written once a minute, and at once when it comes from elsewhere or with something else', async () => {
    const rows = async (choice: object = {}): Promise<number> => {
      use(test, key, { at: now(), address: '192.0.2.1', userAgent: 'a', ...choice });
      let written = 0;
      for (let flush = 0; flush < 2; flush += 1) written += (await rowsOfFlush())['key_usage'] ?? 0;
      return written;
    };

    expect(await rows()).toBe(1);
    test.clock.advance(59 * secondMs);
    expect(await rows()).toBe(0);
    expect(await rows({ address: '192.0.2.2' })).toBe(1);
    expect(await rows({ address: '192.0.2.2', userAgent: 'b' })).toBe(1);
    test.clock.advance(secondMs);
    expect(await rows({ address: '192.0.2.2', userAgent: 'b' })).toBe(1);
    expect(await lastUseOf(test, key.keyId)).toMatchObject({ last_used_at: now() });
  });
});

describe('a flush', () => {
  it('writes at most one row of a key, and all there is of it in two', async () => {
    const other = await newKey();
    for (let call = 0; call < 100; call += 1) use(test, call % 2 ? key : other);
    use(test, key, { outcome: 'USAGE_EXCEEDED' });

    expect(await rowsOfFlush()).toEqual({ key_usage: 2 });
    expect(await rowsOfFlush()).toEqual({ key_usage_hours: 2 });
    expect(await rowsOfFlush()).toEqual({});
    expect(await hoursOf(test, key.keyId)).toEqual({ [now()]: { valid: 50, usage_exceeded: 1 } });
    expect(await hoursOf(test, other.keyId)).toEqual({ [now()]: { valid: 50 } });
  });

  it('comes to the counts also of a key whose last use is another each time', async () => {
    const written: Record<string, number>[] = [];
    for (let flush = 0; flush < 4; flush += 1) {
      use(test, key, { address: `192.0.2.${flush}` });
      written.push(await rowsOfFlush());
    }

    const [lastUse, counts] = [{ key_usage: 1 }, { key_usage_hours: 1 }];
    expect(written).toEqual([lastUse, counts, lastUse, counts]);
  });

  it('writes many keys in few statements', async () => {
    const keys = [];
    for (let count = 0; count < 20; count += 1) keys.push(await newKey());
    for (const each of keys) use(test, each, { outcome: 'EXPIRED' });
    const inserts = (await statementsOf(test, () => buffer().flush())).filter((sql) => /^INSERT/.test(sql));

    expect(inserts).toHaveLength(1);
    for (const each of keys) expect(await hoursOf(test, each.keyId)).toEqual({ [now()]: { expired: 1 } });
  });

  it('that is asked for twice at once writes each row once', async () => {
    for (let call = 0; call < 3; call += 1) use(test, key);
    const written = await statementsOf(test, () => Promise.all([buffer().drain(), buffer().drain()]));

    expect(written.filter((sql) => /^INSERT/.test(sql))).toHaveLength(2);
    expect(await hoursOf(test, key.keyId)).toEqual({ [now()]: { valid: 3 } });
  });
});

describe('a flush that fails', () => {
  /** Lets one unit of work fail; before it does, what is given happens. */
  const failOnce = (meanwhile: () => void): void => {
    jest.spyOn(test.app.get(UnitOfWork), 'run').mockImplementationOnce(() => {
      meanwhile();
      return Promise.reject(new Error('The database is away.'));
    });
  };

  it('loses nothing, and what came meanwhile is added', async () => {
    const before = now();
    use(test, key, { address: '192.0.2.1' });
    use(test, key, { outcome: 'REVOKED' });
    failOnce(() => {
      use(test, key, { at: before + 1, address: '192.0.2.2' });
      use(test, key, { at: before + hourMs, outcome: 'REVOKED' });
    });
    await expect(buffer().flush()).rejects.toThrow('The database is away.');
    expect(await hoursOf(test, key.keyId)).toEqual({});
    expect(await metric('kunci_usage_waiting_counters')).toBe(2);
    await test.settle();

    expect(await hoursOf(test, key.keyId)).toEqual({
      [before]: { valid: 2, revoked: 1 },
      [before + hourMs]: { revoked: 1 },
    });
    expect(await lastUseOf(test, key.keyId)).toMatchObject({
      last_used_at: before + 1,
      address: '192.0.2.2',
    });
    expect(await metric('kunci_usage_waiting_counters')).toBe(0);
  });

  it('for a key that is no longer there writes the others, and counts that one as lost', async () => {
    const lost = await metric('kunci_usage_lost_total');
    const gone = { ...key, keyId: test.app.get(Ids).next() };
    for (let call = 0; call < 3; call += 1) use(test, gone);
    use(test, key);
    await test.settle();

    expect(await hoursOf(test, key.keyId)).toEqual({ [now()]: { valid: 1 } });
    expect(await queryRows(test, 'SELECT * FROM key_usage WHERE key_id = ?', [gone.keyId])).toEqual([]);
    expect((await metric('kunci_usage_lost_total')) - lost).toBe(3);
  });
});

describe('a buffer that is full', () => {
  it('counts known keys on, loses others without a fault, and says so in /metrics', async () => {
    const lost = await metric('kunci_usage_lost_total');
    const ids = test.app.get(Ids);
    const run = jest.spyOn(test.app.get(UnitOfWork), 'run').mockRejectedValue(new Error('away'));
    use(test, key);
    for (let count = 1; count < 100_000; count += 1) use(test, { ...key, keyId: ids.next() });
    for (let count = 0; count < 2; count += 1) use(test, { ...key, keyId: ids.next() });
    use(test, key);
    use(test, key, { at: now() + hourMs });
    await expect(buffer().flush()).rejects.toThrow('away');

    expect(await metric('kunci_usage_waiting_counters')).toBe(100_000);
    expect((await metric('kunci_usage_lost_total')) - lost).toBe(3);
    // Those keys are nobody's, so they are written nowhere.
    run.mockResolvedValue(undefined);
    await test.settle();
    run.mockRestore();
    expect(await metric('kunci_usage_waiting_counters')).toBe(0);
  });
});

describe('a server that stops', () => {
  it('writes what it noted', async () => {
    const ground = { database: await createTestDatabase(), clock: new TestClock() };
    const stopped = await startApp({ on: ground });
    const { id: companyId, owner } = await aCompany(stopped);
    const noted = { companyId, keyId: (await aKey(owner)).key.id };
    use(stopped, noted, { address: '192.0.2.7' });
    use(stopped, noted, { outcome: 'REVOKED' });
    await stopped.close();
    const again = await startApp({ on: ground });

    const hour = ground.clock.now().getTime();
    expect(await hoursOf(again, noted.keyId)).toEqual({ [hour]: { valid: 1, revoked: 1 } });
    expect(await lastUseOf(again, noted.keyId)).toMatchObject({ address: '192.0.2.7' });
    await again.close();
    await ground.database.drop();
  });
});
