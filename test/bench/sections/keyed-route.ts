import { keyText } from '../key-texts';
import { publicTwinPath } from '../public-twin';
import { inTurns, ratios } from '../rounds';
import { row, type Row } from '../row';
import { answerOf, taskLike } from '../peers/task';
import { type Cost, ServerUnderTest } from '../server-under-test';
import { type Stage } from '../stage';

const section = 'A route without SQL';
const keyed = '/core/api/v1/me';
const key = keyText(0);
const headers = { 'x-api-key': key };

/** Whom the keyed route is compared with, and at which path each answers. */
const sides = {
  keyed: { server: 'kunci', path: keyed },
  open: { server: 'kunci', path: publicTwinPath },
  naive: { server: 'naive', path: '/me' },
  unguarded: { server: 'unguarded', path: '/me' },
  inMemory: { server: 'betterAuthInMemory', path: '/me' },
  onSqlite: { server: 'betterAuthOnSqlite', path: '/me' },
  bare: { server: 'bare', path: '/me' },
} as const;

type Side = keyof typeof sides;

/**
 * `GET /me` with a key, in production mode with a log line for each request, against the same handler declared public, and against servers
 * of other makes that answer the same, with the same header fields and the same line in their log.
 */
export async function keyedRoute(stage: Stage): Promise<Row[]> {
  const servers = await start(stage);
  try {
    for (const { server, path } of [sides.open, sides.naive, sides.unguarded, sides.inMemory])
      await alike(servers.kunci.address + keyed, servers[server].address + path);
    const loads = Object.entries(sides).map(([side, { server, path }]) => {
      const load = (): Promise<Cost> =>
        servers[server].under(stage.caller, path, { headers, seconds: stage.seconds });
      return [side, load] as const;
    });
    // A cast: these are the sides, each with its load.
    const bySide = Object.fromEntries(loads) as Record<Side, () => Promise<Cost>>;
    // Until the compiler has seen enough.
    await inTurns(1, bySide);
    return rowsOf(await inTurns(stage.rounds, bySide));
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  }
}

async function start({ ground, small }: Stage) {
  const env = { ...small.env, LOG_LEVEL: 'info' };
  const kunci = await ServerUnderTest.start(env, small.view, ground.logFile('kunci'));
  const task = await taskLike(kunci.address + keyed, key);
  return {
    kunci,
    naive: await ServerUnderTest.peer('naive', task, ground.logFile('naive')),
    unguarded: await ServerUnderTest.peer('unguarded', task, ground.logFile('unguarded')),
    betterAuthInMemory: await ServerUnderTest.peer('better-auth', task, ground.logFile('memory')),
    betterAuthOnSqlite: await ServerUnderTest.peer('better-auth', task, ground.logFile('sqlite'), {
      store: 'sqlite',
    }),
    bare: await ServerUnderTest.peer('bare', task, ground.logFile('bare')),
  };
}

function rowsOf(costs: Record<Side, Cost[]>): Row[] {
  const rate = (side: Side): number[] => costs[side].map(({ perSecond }) => perSecond);
  const cpu = (side: Side): number[] => costs[side].map(({ cpuUs }) => cpuUs);
  const against = (side: Side): number[] => ratios(rate('keyed'), rate(side));
  const asking = cpu('keyed').map((us, at) => us - (cpu('open')[at] ?? Number.NaN));
  return [
    row(section, 'with a key : naive guard, throughput', 'ratio', against('naive'), { atLeast: 1.3 }),
    row(section, 'with a key : Nest without a guard', 'ratio', against('unguarded'), { atLeast: 0.65 }),
    row(section, 'with a key : public', 'ratio', against('open')),
    row(section, 'with a key : better-auth in memory', 'ratio', against('inMemory'), { atLeast: 6.5 }),
    row(section, 'with a key : better-auth on SQLite', 'ratio', against('onSqlite'), { atLeast: 15 }),
    row(section, 'with a key : bare Fastify', 'ratio', against('bare')),
    row(section, 'what authentication costs', 'µs/request', asking, { atMost: 8 }),
    row(section, 'with a key, processor time', 'µs/request', cpu('keyed'), { atMost: 55 }),
    row(section, 'public, processor time', 'µs/request', cpu('open')),
    row(section, 'naive guard, processor time', 'µs/request', cpu('naive')),
    row(section, 'Nest without a guard, processor time', 'µs/request', cpu('unguarded')),
    row(section, 'bare Fastify, processor time', 'µs/request', cpu('bare')),
    row(section, 'with a key', 'requests/s', rate('keyed')),
    row(section, 'naive guard', 'requests/s', rate('naive')),
    row(section, 'Nest without a guard', 'requests/s', rate('unguarded')),
    row(section, 'better-auth 1.7.5 in memory', 'requests/s', rate('inMemory')),
    row(section, 'better-auth 1.7.5 on SQLite', 'requests/s', rate('onSqlite')),
    row(section, 'bare Fastify', 'requests/s', rate('bare')),
  ];
}

/** @throws where the two do not answer with the same status, header fields and body. */
async function alike(one: string, other: string): Promise<void> {
  const [mine, theirs] = [await answerOf(one, key), await answerOf(other, key)].map((it) =>
    JSON.stringify(it),
  );
  if (mine !== theirs) throw new Error(`These do not answer the same:\n${mine}\n${theirs}`);
}
