import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { verified, type WireKey, WireOwner } from '../support/company-by-wire';
import { type Instance } from '../support/instance';
import { Installation } from '../support/installation';
import { anOwnServer, type OwnServer } from '../support/own-server';
import { TcpProxy } from '../support/tcp-proxy';
import { tally, Traffic } from '../support/traffic';
import { type WireAnswer } from '../support/wire';

jest.setTimeout(90_000);

/** Nobody waits for more than a second; and what a machine that has other things to do may add to that. */
const longestAnswerMs = 1_000 + 300;
/** A lease lasts five seconds from the start of the last heartbeat, which began a little before the trouble did. */
const surelyLeasedMs = 4_000;
const surelyOverMs = 5_200;
const troubleMs = 7_000;
const recoveryMs = 5_000;

/** Shaped like a key, and nobody's; every time another, for that nobody has this one is remembered as well. */
function nobodys(): WireKey {
  return { id: '', secret: randomBytes(16).toString('hex') };
}

describe('while the database is in trouble', () => {
  let server: OwnServer;
  let network: TcpProxy;
  let installation: Installation;
  let instance: Instance;
  let owner: WireOwner;
  let url: string;

  beforeAll(async () => {
    server = await anOwnServer();
    url = await server.database();
    network = await TcpProxy.before(url);
    installation = new Installation();
    instance = await installation.start({ DATABASE_URL: network.through(url) });
    owner = await WireOwner.of(instance.wire);
  }, 240_000);
  afterAll(async () => {
    await installation.close();
    await network.close();
    await server.close();
  });

  /** What ends the trouble there is, however far a test came. */
  let endTrouble: () => Promise<void> | void = () => undefined;
  const over = async (): Promise<void> => {
    const end = endTrouble;
    endTrouble = () => undefined;
    await end();
  };
  afterEach(over);

  const manyKeys = (count: number): Promise<WireKey[]> =>
    Promise.all(Array.from({ length: count }, () => owner.key()));
  const ask = (key: WireKey): Promise<WireAnswer> => verified(instance.wire, key);

  /** Each question is about another key, none of which the instance has seen. */
  const askNewly = (keys: readonly WireKey[]) => {
    let at = 0;
    return (): Promise<WireAnswer> => ask(keys[at++ % keys.length] ?? nobodys());
  };

  /** No answer is late, and none but these two is given. A 503 says when to come back. */
  const expectCalm = (answers: readonly WireAnswer[]): void => {
    expect(Math.max(...answers.map(({ tookMs }) => tookMs))).toBeLessThan(longestAnswerMs);
    expect(Object.keys(tally(answers)).filter((name) => !['200', '503 unavailable'].includes(name))).toEqual(
      [],
    );
    expect(answers.filter(({ status, headers }) => status === 503 && !headers['retry-after'])).toEqual([]);
  };

  const expectRecovery = async (known: WireKey, unseen: WireKey): Promise<void> => {
    const began = performance.now();
    for (const key of [known, unseen]) {
      for (;;) {
        const answer = await ask(key);
        expectCalm([answer]);
        if (answer.status === 200) break;
        await pause(50);
      }
    }
    expect(await ask(nobodys())).toMatchObject({ status: 401, body: { code: 'invalid-credentials' } });
    expect(performance.now() - began).toBeLessThan(recoveryMs);
  };

  it.each<[string, () => Promise<void> | void, () => Promise<void> | void]>([
    ['killed', () => server.kill(), () => server.again()],
    ['frozen', () => server.freeze(), () => server.wake()],
    ['behind a network that swallows everything', () => network.freeze(), () => network.heal()],
    ['behind a network that refuses everything', () => network.cut(), () => network.heal()],
    ['two seconds away', () => network.slow(1_000), () => network.heal()],
  ])(
    '%s: known keys pass while the lease lasts, then it is 503; no key is unknown; all is well again within 5 s',
    async (_how, begin, end) => {
      const [known, unseen, ...others] = (await manyKeys(60)) as [WireKey, WireKey, ...WireKey[]];
      expect((await ask(known)).status).toBe(200);
      await pause(500);

      endTrouble = end;
      await begin();
      const beganMs = Date.now();
      const ofKnown = new Traffic(() => ask(known), 25);
      // More at once than there are connections, so that they wait for each other.
      const ofOthers = new Traffic(askNewly(others), 10);
      const ofNobodys = new Traffic(() => ask(nobodys()), 200);
      await pause(troubleMs);
      const [answers, newly, unknown] = await Promise.all(
        [ofKnown, ofOthers, ofNobodys].map((t) => t.stop()),
      );

      expectCalm([...(answers ?? []), ...(newly ?? []), ...(unknown ?? [])]);
      expect(tally([...(newly ?? []), ...(unknown ?? [])])).toEqual({
        '503 unavailable': expect.any(Number),
      });
      const after = ({ sentAtMs }: WireAnswer): number => sentAtMs - beganMs;
      const early = answers?.filter((answer) => after(answer) < surelyLeasedMs) ?? [];
      const late = answers?.filter((answer) => after(answer) > surelyOverMs) ?? [];
      expect(tally(early)).toEqual({ '200': early.length });
      expect(tally(late)).toEqual({ '503 unavailable': late.length });
      expect([early.length > 50, late.length > 20]).toEqual([true, true]);

      await over();
      await expectRecovery(known, unseen);
    },
  );

  it('a tenth of a second away: every key passes, known or not', async () => {
    const [known, ...others] = (await manyKeys(40)) as [WireKey, ...WireKey[]];
    await ask(known);
    network.slow(50);
    const ofKnown = new Traffic(() => ask(known), 25);
    const ofOthers = new Traffic(askNewly(others), 100);
    await pause(3_000);
    const answers = [...(await ofKnown.stop()), ...(await ofOthers.stop())];
    await network.heal();

    expectCalm(answers);
    expect(tally(answers)).toEqual({ '200': answers.length });
  });

  describe('because every instance starts again at the same time', () => {
    const keyCount = 150;
    const clientsPerInstance = 30;

    /** Many clients that ask about every key, as soon as the instance listens. @returns what that cost the database. */
    const rush = async (keys: readonly WireKey[]) => {
      const way = await TcpProxy.before(url);
      const { wire } = await installation.start({ DATABASE_URL: way.through(url) });
      const [piecesBefore, began] = [way.pieces, performance.now()];
      const client = async (): Promise<WireAnswer[]> => {
        const heard: WireAnswer[] = [];
        for (const key of keys) heard.push(await verified(wire, key));
        return heard;
      };
      const answers = (await Promise.all(Array.from({ length: clientsPerInstance }, client))).flat();
      const seconds = (performance.now() - began) / 1_000;
      const { pieces, maxOpen } = way;
      await way.close();
      return { answers, seconds, statements: pieces - piecesBefore, maxOpen };
    };

    it('each key is looked up once by each of them, however many ask', async () => {
      const keys = await manyKeys(keyCount);
      await instance.kill();
      const rushes = await Promise.all([keys, keys, keys].map(rush));

      for (const { answers, seconds, statements, maxOpen } of rushes) {
        expect(tally(answers)).toEqual({ '200': clientsPerInstance * keyCount });
        // Besides the lookups: heartbeats, the counting of uses, and a few connections more.
        expect(statements).toBeLessThan(keyCount + 100 + 60 * seconds);
        expect(maxOpen).toBeLessThanOrEqual(28);
      }
    });
  });
});
