import { setTimeout as pause } from 'node:timers/promises';
import { type Receipt, verified, type WireKey, WireOwner } from '../support/company-by-wire';
import { type Instance } from '../support/instance';
import { Installation } from '../support/installation';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { TcpProxy } from '../support/tcp-proxy';
import { tally, Traffic } from '../support/traffic';
import { type WireAnswer } from '../support/wire';

jest.setTimeout(90_000);

/** After so long without a word an instance can no longer have a lease, and nobody waits for it. */
const goneMs = 6_500;

/** Three processes on one database, each of which clients reach. */
describe('the receipt of a revocation', () => {
  let database: TestDatabase;
  let installation: Installation;
  let network: TcpProxy;
  /** The one that is asked to revoke, one that things happen to, and one whose way to the database can be cut. */
  let first: Instance, second: Instance, third: Instance;
  let owner: WireOwner;

  beforeAll(async () => {
    database = await createTestDatabase();
    const url = database.env['DATABASE_URL'] ?? '';
    network = await TcpProxy.before(url);
    installation = new Installation();
    const ways = [url, url, network.through(url)];
    // At once: one of them migrates, and the others wait for it.
    const instances = ways.map((way) => installation.start({ DATABASE_URL: way }));
    [first, second, third] = (await Promise.all(instances)) as [Instance, Instance, Instance];
    owner = await WireOwner.of(first.wire);
  }, 240_000);
  afterAll(async () => {
    await installation.close();
    await network.close();
    await database.drop();
  });

  /** A key that all of these have seen and accepted. */
  const keyKnownTo = async (...instances: readonly Instance[]): Promise<WireKey> => {
    const key = await owner.key();
    for (const { wire } of instances) expect((await verified(wire, key)).status).toBe(200);
    return key;
  };
  const trafficOf = (key: WireKey, { wire }: Instance): Traffic => new Traffic(() => verified(wire, key));
  /** None of those that were sent after the promise began was accepted, and there were some. */
  const expectKept = (answers: readonly WireAnswer[], sinceMs: number): void => {
    const concerned = answers.filter(({ sentAtMs }) => sentAtMs > sinceMs);
    expect(concerned.length).toBeGreaterThan(0);
    expect(tally(concerned.filter(({ status }) => status === 200))).toEqual({});
  };
  const isRefused = async (key: WireKey, { wire }: Instance): Promise<void> => {
    expect(await verified(wire, key)).toMatchObject({ status: 401, body: { code: 'revoked' } });
  };

  it('says "everywhere", and from then on nobody accepts the key: busy with it, idle for it, or new to it', async () => {
    for (const round of ['one', 'two', 'three', 'four']) {
      const key = await keyKnownTo(first, second);
      const busy = [first, second].map((instance) => trafficOf(key, instance));
      await pause(300);
      const receipt = await owner.revoke(key);
      // `third` hears of this key for the first time.
      for (const instance of [third, second, first]) await isRefused(key, instance);
      await pause(200);

      expect({ round, ...receipt }).toMatchObject({ effectiveEverywhere: true });
      expect(receipt.afterMs).toBeLessThan(1_000);
      for (const traffic of busy) expectKept(await traffic.stop(), receipt.arrivedAtMs);
    }
  });

  it('says "by then" while one is frozen for 3 s, which accepts nothing when it is woken under traffic', async () => {
    const key = await keyKnownTo(first, second, third);
    second.freeze();
    const frozenAtMs = Date.now();
    const receipt = await owner.revoke(key);
    const traffic = [second, third].map((instance) => trafficOf(key, instance));
    await pause(frozenAtMs + 3_000 - Date.now());
    second.wake();
    await pause(500);
    await isRefused(key, second);

    expectPromisedByThen(receipt, frozenAtMs);
    for (const one of traffic) expectKept(await one.stop(), receipt.arrivedAtMs);
    await pause(Math.max(0, byMs(receipt) - Date.now()));
    await isRefused(key, second);
  });

  it('stops waiting for one that is frozen for 20 s, which accepts nothing when it is woken under traffic', async () => {
    const [early, late] = [await keyKnownTo(first, second, third), await keyKnownTo(first, second, third)];
    second.freeze();
    const frozenAtMs = Date.now();
    const ofEarly = await owner.revoke(early);
    await pause(frozenAtMs + goneMs - Date.now());
    const ofLate = await owner.revoke(late);
    const traffic = [early, late].map((key) => trafficOf(key, second));
    await pause(frozenAtMs + 20_000 - Date.now());
    second.wake();
    await pause(500);

    expectPromisedByThen(ofEarly, frozenAtMs);
    expect(ofLate).toMatchObject({ effectiveEverywhere: true });
    for (const one of traffic) expectKept(await one.stop(), ofLate.arrivedAtMs);
    for (const key of [early, late]) await isRefused(key, second);
  });

  it('says "by then" while one is cut from the database but not from its clients', async () => {
    const key = await keyKnownTo(first, second, third);
    const traffic = trafficOf(key, third);
    await pause(300);
    const cutAtMs = Date.now();
    await network.cut();
    const receipt = await owner.revoke(key);
    await pause(byMs(receipt) + 1_000 - Date.now());
    const answers = await traffic.stop();
    await network.heal();

    expectPromisedByThen(receipt, cutAtMs);
    expectKept(answers, byMs(receipt));
    // It cannot know, and says so: until the lease ends it accepts, and then it is unavailable.
    expect(Object.keys(tally(answers)).toSorted()).toEqual(['200', '503 unavailable']);
    expect(answers.filter(({ status, headers }) => status === 503 && !headers['retry-after'])).toEqual([]);
    await untilRefused(key, third);
    expect((await owner.revoke(key)).effectiveEverywhere).toBe(true);
  });

  const untilRefused = async (key: WireKey, { wire }: Instance): Promise<void> => {
    const giveUpAt = performance.now() + 5_000;
    for (;;) {
      const { status, body } = await verified(wire, key);
      if (status === 401 && body.code === 'revoked') return;
      expect(status).toBe(503);
      if (performance.now() > giveUpAt) throw new Error('The instance did not find its way back within 5 s.');
      await pause(50);
    }
  };
});

function byMs({ effectiveBy = '' }: Receipt): number {
  return new Date(effectiveBy).getTime();
}

/** Five seconds from the commit, which was between these two moments. */
function expectPromisedByThen(receipt: Receipt, beforeMs: number): void {
  expect(receipt.effectiveEverywhere).toBe(false);
  expect(byMs(receipt)).toBeGreaterThan(beforeMs + 4_900);
  expect(byMs(receipt)).toBeLessThan(receipt.arrivedAtMs + 5_000);
}
