import autocannon from 'autocannon';
import { Child } from '../bench/answering';
import { answerOf, taskLike } from '../bench/peers/task';
import { inTurns, ratios, spreadOf } from '../bench/rounds';
import { type ServerAnswers } from '../bench/server-answers';
import { startShipped, type ShippedServer, WireOwner } from './support';
import { compiledPeer } from './support/compiled-peer';

const { treeCpuMs } = jest.requireActual<{ treeCpuMs(pid: number): number | null }>('../run/tree-cpu.cjs');
/** Where the system does not tell it, the clock has to do. */
const usedMs = (pid: number): number => treeCpuMs(pid) ?? performance.now();

// It is about 1.45. A spread object or a decorator that is read for each request would take it below this.
const least = 1.2;
const rounds = 9;
const maxRounds = 27;
const load = { amount: 4_000, connections: 16 };

/*
 * The short form of `npm run bench`: whoever tries Kunci beside the guard that tutorials arrive at must not find the latter faster. It
 * judges by processor time, in turns, because that hardly depends on what else the machine does.
 */
describe('a request with a key, beside the same request behind a naive guard', () => {
  const peer = compiledPeer();
  let server: ShippedServer;
  let naive: Child<ServerAnswers>;
  let key: string;
  let keyedUrl: string;
  let naiveUrl: string;

  beforeAll(async () => {
    server = await startShipped('production on SQLite');
    const owner = await WireOwner.of(server.wire);
    key = (await owner.key()).secret;
    keyedUrl = `${server.address}/core/api/v1/me`;
    naive = await Child.start<ServerAnswers>('peers/naive', {
      folder: peer.folder,
      env: { NODE_ENV: 'production' },
      args: [JSON.stringify(await taskLike(keyedUrl, key))],
      log: '/dev/null',
    });
    naiveUrl = `${await naive.ask('address')}/me`;
  });
  afterAll(async () => {
    await naive.stop();
    await server.close();
    peer.remove();
  });

  const cpuPerRequest = async (pid: number, url: string): Promise<number> => {
    const before = usedMs(pid);
    const { non2xx, errors } = await autocannon({ url, headers: { 'x-api-key': key }, ...load });
    expect({ non2xx, errors }).toEqual({ non2xx: 0, errors: 0 });
    return (usedMs(pid) - before) / load.amount;
  };

  it('gets the same answer', async () => {
    expect(await answerOf(naiveUrl, key)).toEqual(await answerOf(keyedUrl, key));
  });

  it('takes at most 1 / 1.2 of its processor time', async () => {
    const sides = {
      keyed: () => cpuPerRequest(server.instance.pid, keyedUrl),
      naive: () => cpuPerRequest(naive.pid, naiveUrl),
    };
    // Until the compiler has seen enough.
    await inTurns(2, sides);
    const seen: number[] = [];
    // A neighbour on the machine can spoil some rounds, never all: what is slow stays below, however often it is measured.
    do {
      const costs = await inTurns(rounds, sides);
      seen.push(...ratios(costs.naive, costs.keyed));
    } while (spreadOf(seen).median < least && seen.length < maxRounds);
    expect(spreadOf(seen).median).toBeGreaterThanOrEqual(least);
  });
});
