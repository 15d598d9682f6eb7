import fc from 'fast-check';
import { type LimitOutcome } from '../../src/limits';
import { type LimitedKey } from '../../src/limits/limited-key';
import { secondMs } from '../../src/platform';
import { UnitOfWork } from '../../src/platform/database';
import { aCompany, aKey, startApp, type TestApp, type TestCompany } from '../support';
import { anInstance, type LimitsInstance } from '../support/limits-instance';
import { statementsOf } from '../support/statements';

const minute = { name: 'minute', limit: 100, windowSeconds: 60 };
const hour = { name: 'hour', limit: 1_000, windowSeconds: 3_600 };

let test: TestApp;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp();
});
beforeEach(async () => {
  company = await aCompany(test);
});
afterAll(() => test.close());

type Limits = Pick<LimitedKey, 'rateLimits' | 'quota'>;

/** A key that nobody has used. Its limits are what each call says they are, as in a record that was read. */
const aLimitedKey = async (limits: Partial<Limits>): Promise<LimitedKey> => {
  const { key } = await aKey(company.owner);
  return { companyId: company.id, keyId: key.id, rateLimits: [], quota: null, ...limits };
};
const instances = (count: number): LimitsInstance[] => Array.from({ length: count }, () => anInstance(test));
const ask = async ({ limits }: LimitsInstance, key: LimitedKey, cost = 1): Promise<LimitOutcome> =>
  limits.consume(key, cost);
const times = <T>(count: number, work: (number: number) => T): T[] =>
  Array.from({ length: count }, (_, number) => work(number));
const countedOf = (outcomes: readonly LimitOutcome[]): number => outcomes.filter(({ ok }) => ok).length;

/** What is left by the database alone: somebody who holds nothing looks. */
const left = async (key: LimitedKey): Promise<(number | undefined)[]> => {
  const { rateLimits, quota } = await ask(anInstance(test), key, 0);
  return [...rateLimits.map(({ remaining }) => remaining), ...(quota === null ? [] : [quota.remaining])];
};

describe('A use of a limited key', () => {
  it('is counted at once and without a statement, while enough is held', async () => {
    const [one] = [anInstance(test)];
    const key = await aLimitedKey({ rateLimits: [minute, hour], quota: { limit: 5_000, refill: 'month' } });
    await ask(one, key);

    const said = await statementsOf(test, async () => {
      for (let remaining = 98; remaining > 94; remaining -= 1) {
        expect(one.limits.consume(key, 1)).toMatchObject({
          ok: true,
          rateLimits: [{ remaining }, { remaining: remaining + 900 }],
          quota: { remaining: remaining + 4_900 },
        });
      }
    });
    expect(said).toEqual([]);
    expect(one.limits.consume(key, 1)).toBeInstanceOf(Promise);
  });

  it('takes few turns at the database, whatever the traffic', async () => {
    const one = anInstance(test);
    const key = await aLimitedKey({ rateLimits: [hour] });
    const units = jest.spyOn(test.app.get(UnitOfWork), 'runAhead');
    for (let use = 0; use < 500; use += 1) expect((await ask(one, key)).ok).toBe(true);
    expect(units.mock.calls.length).toBeLessThan(30);
    units.mockRestore();
    for (let use = 0; use < 500; use += 1) expect((await ask(one, key)).ok).toBe(true);
    expect((await ask(one, key)).ok).toBe(false);
  });

  it('has one and the same answer where there are no limits', async () => {
    const { limits } = anInstance(test);
    const free = { companyId: 'company', keyId: 'key', rateLimits: [], quota: null };
    expect(limits.consume(free, 1)).toBe(limits.consume({ ...free, keyId: 'other' }, 7));
  });

  it('whose caller stopped waiting leaves the tokens for the next', async () => {
    const one = anInstance(test);
    const key = await aLimitedKey({ rateLimits: [minute] });
    const late = ask(one, key);
    await Promise.race([late, Promise.resolve()]);

    await late.then((outcome) => outcome.ok && one.limits.refund(key, 1));
    expect(one.limits.consume(key, 5)).toMatchObject({ ok: true, rateLimits: [{ remaining: 95 }] });
  });

  it('is put back into the window it was counted in, and into no later one', async () => {
    const one = anInstance(test);
    const key = await aLimitedKey({ rateLimits: [minute], quota: { limit: 100, refill: null } });
    await ask(one, key, 10);
    one.limits.refund(key, 4);
    expect(await ask(one, key, 0)).toMatchObject({
      rateLimits: [{ remaining: 94 }],
      quota: { remaining: 94 },
    });

    test.clock.advance(60 * secondMs);
    one.limits.refund(key, 6);
    expect(await ask(one, key, 0)).toMatchObject({
      rateLimits: [{ remaining: 100 }],
      quota: { remaining: 100 },
    });
  });

  it('fails with the database, for all who share the take, and loses nothing of what is held', async () => {
    const one = anInstance(test);
    const key = await aLimitedKey({ rateLimits: [minute] });
    await ask(one, key);
    const away = jest.spyOn(test.app.get(UnitOfWork), 'runAhead').mockRejectedValue(new Error('away'));
    const found = await Promise.allSettled(times(3, () => ask(one, key, 5)));
    away.mockRestore();

    expect(found.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(one.limits.consume(key, 4)).toMatchObject({ ok: true, rateLimits: [{ remaining: 95 }] });
    expect((await ask(one, key, 95)).ok).toBe(true);
  });
});

describe('Several instances on one database', () => {
  const races: [what: string, limits: Partial<Limits>][] = [
    ['window', { rateLimits: [hour, { ...minute, limit: 1 }] }],
    ['quota', { rateLimits: [hour], quota: { limit: 1, refill: 'day' } }],
  ];

  it.each(races)('let one of fifty calls at once through with one left in a %s', async (_what, limits) => {
    const two = instances(2);
    const key = await aLimitedKey(limits);
    const outcomes = await Promise.all(two.flatMap((one) => times(50, () => ask(one, key))));

    expect(countedOf(outcomes)).toBe(1);
    for (const { upkeep } of two) await upkeep.returnAll();
    expect((await left(key))[0]).toBe(999);
  });

  it('let exactly as many through as may, when all begin at once', async () => {
    const ten = instances(10);
    const key = await aLimitedKey({
      rateLimits: [{ ...minute, limit: 60 }, hour],
      quota: { limit: 70, refill: 'day' },
    });
    const outcomes = await Promise.all(ten.flatMap((one) => times(10, () => ask(one, key))));
    // What one still holds ahead another may have been refused for: it is what more traffic gets.
    const rest = await Promise.all(ten.flatMap((one) => times(3, () => ask(one, key))));
    expect(countedOf([...outcomes, ...rest])).toBe(60);
  });

  it('refuse nobody where there is room for all, while they begin, take and give back at once', async () => {
    const ten = instances(10);
    for (let key = 0; key < 3; key += 1) {
      const roomy = await aLimitedKey({ rateLimits: [hour, minute], quota: { limit: 400, refill: null } });
      for (let round = 0; round < 5; round += 1) {
        const asked = ten.flatMap((one) => [ask(one, roomy), ask(one, roomy, 2)]);
        const outcomes = await Promise.all(asked);
        expect(countedOf(outcomes)).toBe(20);
        test.clock.advance(60 * secondMs);
        const givenBack = ten.map(({ upkeep }) => upkeep.turn());
        await Promise.all(givenBack);
      }
      expect((await left(roomy))[2]).toBe(400 - 5 * 30);
    }
  });

  it('never refuse steady traffic at half the limit, however it is spread', async () => {
    const ten = instances(10);
    const spreads: ((use: number) => number)[] = [
      (use) => use % 10,
      (use) => (use % 2 === 0 ? 0 : use % 10),
      (use) => Math.floor(Math.sqrt(use * 7)) % 10,
      (use) => (use < 25 ? use % 9 : 9),
      () => 4,
    ];
    const key = await aLimitedKey({ rateLimits: [minute, hour], quota: { limit: 2_000, refill: 'day' } });
    for (const spread of spreads) {
      for (let use = 0; use < 100; use += 1) {
        expect((await ask(ten[spread(use)] ?? anInstance(test), key)).ok).toBe(true);
        test.clock.advance(1_200);
      }
    }
  });

  it('never spend more than there is, and lose nothing, under random traffic', async () => {
    const use = fc.record({
      at: fc.nat(3),
      cost: fc.integer({ min: 1, max: 9 }),
      waitMs: fc.constantFrom(0, 0, 0, 900, 9_000),
    });
    const traffic = fc.array(fc.array(use, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(traffic, async (bursts) => {
        const four = instances(4);
        const key = await aLimitedKey({
          rateLimits: [{ ...minute, limit: 90 }],
          quota: { limit: 150, refill: null },
        });
        const spent = await spendAll(four, key, bursts);
        for (const { upkeep } of four) await upkeep.returnAll();

        expect(Math.max(0, ...spent.byWindow.values())).toBeLessThanOrEqual(90);
        expect((await left(key))[1]).toBe(150 - spent.total);
      }),
      { numRuns: 12 },
    );
  });
});

interface Use {
  readonly at: number;
  readonly cost: number;
  readonly waitMs: number;
}

/** Sends bursts of calls at once. @returns what was counted, in all and in each window by when it ends. */
async function spendAll(
  all: readonly LimitsInstance[],
  key: LimitedKey,
  bursts: readonly (readonly Use[])[],
): Promise<{ total: number; byWindow: ReadonlyMap<string, number> }> {
  const byWindow = new Map<string, number>();
  let total = 0;
  for (const burst of bursts) {
    const outcomes = await Promise.all(
      burst.map(async ({ at, cost }) => ({
        cost,
        outcome: await ask(all[at] ?? anInstance(test), key, cost),
      })),
    );
    for (const { cost, outcome } of outcomes) {
      if (!outcome.ok) continue;
      const end = outcome.rateLimits[0]?.resetsAt ?? '';
      byWindow.set(end, (byWindow.get(end) ?? 0) + cost);
      total += cost;
    }
    test.clock.advance(burst.reduce((ms, { waitMs }) => ms + waitMs, 0));
    for (const { upkeep } of all) await upkeep.turn();
  }
  return { total, byWindow };
}

describe('What is held', () => {
  it('is given back when it was not asked for in a while, and at shutdown', async () => {
    const [idle, leaving] = [anInstance(test), anInstance(test)];
    const key = await aLimitedKey({ rateLimits: [minute], quota: { limit: 100, refill: 'day' } });
    await ask(idle, key);
    await ask(leaving, key);
    expect(await left(key)).toEqual([91, 98]);

    await idle.upkeep.turn();
    expect(await left(key)).toEqual([91, 98]);
    test.clock.advance(5 * secondMs);
    await idle.upkeep.turn();
    expect(await left(key)).toEqual([95, 98]);
    await leaving.upkeep.returnAll();
    expect(await left(key)).toEqual([98, 98]);
  });

  it('is not given back to a window that began since', async () => {
    const [early, late] = [anInstance(test), anInstance(test)];
    const key = await aLimitedKey({ rateLimits: [minute] });
    await ask(early, key);
    test.clock.advance(60 * secondMs);
    await ask(late, key, 20);
    await early.upkeep.returnAll();
    expect(await left(key)).toEqual([80]);
  });

  it('is given back once the database is there again', async () => {
    const one = anInstance(test);
    const key = await aLimitedKey({ rateLimits: [minute] });
    await ask(one, key);
    test.clock.advance(5 * secondMs);
    const away = jest.spyOn(test.app.get(UnitOfWork), 'run').mockRejectedValue(new Error('away'));
    await expect(one.upkeep.turn()).rejects.toThrow('away');
    away.mockRestore();

    await one.upkeep.turn();
    expect(await left(key)).toEqual([99]);
  });

  it('is not given back twice when a commit failed and may have been done all the same', async () => {
    const one = anInstance(test);
    const key = await aLimitedKey({ rateLimits: [minute] });
    await ask(one, key);
    test.clock.advance(5 * secondMs);
    const units = test.app.get(UnitOfWork);
    const run = units.run.bind(units);
    const lost = jest.spyOn(units, 'run').mockImplementationOnce(async (work) => {
      await run(work);
      throw new Error('lost in COMMIT');
    });
    await expect(one.upkeep.turn()).rejects.toThrow('lost in COMMIT');
    lost.mockRestore();

    await one.upkeep.turn();
    expect(await left(key)).toEqual([99]);
  });

  it('is worth nothing under another limit, and is no loss to it', async () => {
    const one = anInstance(test);
    const key = await aLimitedKey({ rateLimits: [minute] });
    const withLimit = (limit: number): LimitedKey => ({ ...key, rateLimits: [{ ...minute, limit }] });
    await ask(one, key, 10);

    expect((await ask(one, withLimit(10))).ok).toBe(false);
    expect((await ask(one, withLimit(11))).ok).toBe(true);
    expect(await ask(one, withLimit(200))).toMatchObject({ ok: true, rateLimits: [{ remaining: 188 }] });
    const longer = { ...key, rateLimits: [{ ...minute, windowSeconds: 120 }] };
    expect(await ask(one, longer)).toMatchObject({ ok: true, rateLimits: [{ remaining: 87 }] });
    expect(one.limits.consume({ ...key, rateLimits: [{ ...minute }] }, 1)).toBeInstanceOf(Promise);
  });

  it('ends with its window, and a quota that is refilled begins in full', async () => {
    const one = anInstance(test);
    const key = await aLimitedKey({ rateLimits: [minute], quota: { limit: 100, refill: 'day' } });
    await ask(one, key, 50);
    test.clock.advance(60 * secondMs);
    expect(await ask(one, key)).toMatchObject({ rateLimits: [{ remaining: 99 }], quota: { remaining: 49 } });
    const tomorrow = new Date(test.clock.now());
    tomorrow.setUTCHours(24, 0, 0, 0);
    test.clock.advance(tomorrow.getTime() - test.clock.now().getTime());
    expect(await ask(one, key)).toMatchObject({ rateLimits: [{ remaining: 99 }], quota: { remaining: 99 } });
  });

  it('does not count towards the next window', async () => {
    const one = anInstance(test);
    const key = await aLimitedKey({ rateLimits: [minute] });
    await ask(one, key);
    test.clock.advance(60 * secondMs);
    expect(await ask(one, key, 102)).toMatchObject({ ok: false, retryAfterSeconds: null });
    expect(await ask(one, key, 0)).toMatchObject({ rateLimits: [{ remaining: 100, resetsAt: null }] });
    expect((await ask(one, key, 100)).ok).toBe(true);
    expect((await ask(one, key)).ok).toBe(false);
  });

  it('is still left, wherever it is shown', async () => {
    const { key, secret } = await aKey(company.owner, { quota: { limit: 1_000, refill: 'day' } });
    await company.owner.post('/keys/verify', { key: secret, cost: 3 });
    expect((await company.owner.get('/keys')).body.data[0].quota.remaining).toBe(997);
    expect((await company.owner.get(`/keys/${key.id}`)).body.quota.remaining).toBe(997);
    const patched = await company.owner.patch(`/keys/${key.id}`, { quota: { limit: 500, refill: 'day' } });
    expect(patched.body.key.quota.remaining).toBe(497);
    expect((await company.owner.post('/keys/verify', { key: secret })).body.quota.remaining).toBe(496);
  });
});
