import { createConnection } from 'mysql2/promise';
import { inTurns, percentile } from '../rounds';
import { row, type Row } from '../row';
import { ServerUnderTest } from '../server-under-test';
import { ordinary, seeded, type Stage, type Table } from '../stage';
import { engineOn } from './verification';

const section = 'Acts';
const input = { kind: 'company', name: 'Benchmark' };

/** Making keys, and revoking them with a receipt that says every instance knows. */
export async function acts({ ground, caller, rounds, seconds }: Stage): Promise<Row[]> {
  const aTable = (): Promise<Table> =>
    seeded(ground, { founded: [{ slug: ordinary, keys: 1_000 }], others: { companies: 0, keysEach: 0 } });
  const tables = { one: await aTable(), three: await aTable() };
  const one = [await ServerUnderTest.start(tables.one.env)];
  const three: ServerUnderTest[] = [];
  for (let at = 0; at < 3; at += 1) three.push(await ServerUnderTest.start(tables.three.env));
  const revoking = { one: await revoker(one), three: await revoker(three) };
  try {
    await inTurns(1, revoking);
    const revoked = await inTurns(rounds, revoking);
    return [
      ...(await making(tables.one, first(one), { caller, rounds, seconds })),
      row(
        section,
        'revocation with its receipt, median, 1 instance',
        'ms',
        revoked.one.map(({ p50 }) => p50),
      ),
      row(
        section,
        'revocation with its receipt, median, 3 instances',
        'ms',
        revoked.three.map(({ p50 }) => p50),
      ),
      row(
        section,
        'revocation with its receipt, slowest, 3 instances',
        'ms',
        revoked.three.map(({ slowest }) => slowest),
      ),
    ];
  } finally {
    for (const server of [...one, ...three]) await server.stop();
  }
}

/** Making keys in one company, without a limit of active keys and with one. */
async function making(
  table: Table,
  server: ServerUnderTest,
  { caller, rounds, seconds }: Pick<Stage, 'caller' | 'rounds' | 'seconds'>,
): Promise<Row[]> {
  const headers = { ...(await server.signIn(ordinary)), 'content-type': 'application/json' };
  const database = await createConnection(required(table.env['DATABASE_URL']));
  const side = (maxActive: number | null) => async () => {
    // Those of the rounds before do not count, or the limit would be reached soon.
    await database.query('UPDATE api_keys SET revoked_at = ? WHERE revoked_at IS NULL', [Date.now()]);
    await database.query("UPDATE key_policies SET max_active = ? WHERE kind = 'company'", [maxActive]);
    const forSeconds = maxActive === null ? seconds : Math.min(seconds, 1);
    const post = { method: 'POST', headers, body: JSON.stringify(input), seconds: forSeconds } as const;
    return (await server.under(caller, '/api/v1/keys', post)).perSecond;
  };
  const sides = { free: side(null), limited: side(mostActive) };
  try {
    await inTurns(1, sides);
    const made = await inTurns(rounds, sides);
    return [
      row(section, 'keys made, maxActive null', 'keys/s', made.free, { atLeast: 1_000 }),
      row(section, 'keys made, maxActive set', 'keys/s', made.limited, { atLeast: 400 }),
    ];
  } finally {
    await database.end();
  }
}

/** The one row that orders all events: units of work with an event and without, one at a time and many at once. */
export async function eventHead({ ground, rounds, seconds }: Stage): Promise<Row[]> {
  const table = await seeded(ground, {
    founded: [{ slug: ordinary, keys: 1_000 }],
    others: { companies: 0, keysEach: 0 },
  });
  const engine = await engineOn(table);
  const side = (workers: number, withEvent: boolean) => () =>
    engine.ask('units', { workers, withEvent, seconds });
  const sides = {
    alone: side(1, false),
    aloneWithEvent: side(1, true),
    many: side(many, false),
    manyWithEvent: side(many, true),
  };
  try {
    const found = await inTurns(rounds, sides);
    return [
      row(section, 'units of work, one at a time, no event', 'units/s', found.alone),
      row(section, 'units of work, one at a time, with an event', 'units/s', found.aloneWithEvent),
      row(section, `units of work, ${many} at once, no event`, 'units/s', found.many),
      row(section, `units of work, ${many} at once, with an event`, 'units/s', found.manyWithEvent, {
        atLeast: 3_000,
      }),
    ];
  } finally {
    await engine.stop();
  }
}

// As many as there are connections for writing.
const many = 10;
const revocationsEach = 10;
// The most that a policy can say, and more than are made within a second.
const mostActive = 1_000;

interface Revoked {
  readonly p50: number;
  readonly slowest: number;
}

async function revoker(servers: readonly ServerUnderTest[]): Promise<() => Promise<Revoked>> {
  const server = first(servers);
  const headers = await server.signIn(ordinary);
  return async () => {
    const tookMs: number[] = [];
    for (let at = 0; at < revocationsEach; at += 1) {
      // A cast: the routes' answers are proved where they are made.
      const { key } = (await (await server.post('/api/v1/keys', input, headers)).json()) as Made;
      const began = performance.now();
      const answered = await server.post(`/api/v1/keys/${key.id}/revoke`, {}, headers);
      tookMs.push(performance.now() - began);
      const { revocation } = (await answered.json()) as { revocation: { effectiveEverywhere: boolean } };
      if (!revocation.effectiveEverywhere) throw new Error('A receipt says that not everybody knows.');
    }
    return { p50: percentile(tookMs, 50), slowest: Math.max(...tookMs) };
  };
}

interface Made {
  readonly key: { readonly id: string };
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('There is no such setting.');
  return value;
}

function first(servers: readonly ServerUnderTest[]): ServerUnderTest {
  const [server] = servers;
  if (server === undefined) throw new Error('There is no instance.');
  return server;
}
