import { keySorts } from '../../../src/api-keys/lists/key-place';
import { keyText } from '../key-texts';
import { inTurns, percentile, ratios } from '../rounds';
import { row, type Row } from '../row';
import { ServerUnderTest } from '../server-under-test';
import { largest, ordinary, type Stage, type Table } from '../stage';

const section = 'A small table against a large one';

/** One hot key, and all keys alike, over HTTP. */
export async function tableSize({ small, large, caller, rounds, seconds }: Stage): Promise<Row[]> {
  const servers = {
    small: await ServerUnderTest.start(small.env, small.view),
    large: await ServerUnderTest.start(large.env, large.view),
  };
  const headers = { 'x-api-key': keyText(0) };
  const hot = (server: ServerUnderTest) => () =>
    server.under(caller, '/core/api/v1/me', { headers, seconds });
  const any =
    (server: ServerUnderTest, { keys }: Table) =>
    () =>
      server.under(caller, '/core/api/v1/me', { keys, seconds });
  const hotSides = { small: hot(servers.small), large: hot(servers.large) };
  const anySides = { small: any(servers.small, small), large: any(servers.large, large) };
  try {
    await inTurns(1, hotSides);
    const ofHot = await inTurns(rounds, hotSides);
    const ofAny = await inTurns(rounds, anySides);
    const perSecond = (side: { perSecond: number }[]): number[] => side.map((one) => one.perSecond);
    const hotRatio = ratios(perSecond(ofHot.large), perSecond(ofHot.small));
    return [
      row(section, 'one hot key, large : small, throughput', 'ratio', hotRatio, { atLeast: 0.95 }),
      row(section, 'one hot key, small', 'requests/s', perSecond(ofHot.small)),
      row(section, 'one hot key, large', 'requests/s', perSecond(ofHot.large)),
      row(section, 'all keys alike, small: all are remembered', 'requests/s', perSecond(ofAny.small)),
      row(section, 'all keys alike, large: nearly none is', 'requests/s', perSecond(ofAny.large)),
    ];
  } finally {
    for (const server of Object.values(servers)) await server.stop();
  }
}

/** What is read, by company and its owner. Where they find ten, those are the oldest: whoever walks through the keys finds them last. */
const queries: readonly [name: string, query: (company: Company, ownerId: string) => string][] = [
  ['GET /keys, first page', () => ''],
  ['GET /keys, a search', (company) => `q=${encodeURIComponent(rareName[company])}`],
  ['GET /keys, a search that finds nearly all', () => 'q=robot'],
  ['GET /keys by kind', () => 'kind=product'],
  ['GET /keys by product', () => 'product=seeded'],
  ['GET /keys by owner', (_, ownerId) => `owner=${ownerId}`],
  ['GET /keys by maker', (_, ownerId) => `createdBy=${ownerId}`],
  ['GET /keys with deleted ones', () => 'deleted=true'],
  ...keySorts.map((sort): [string, () => string] => [`GET /keys, sorted by ${sort}`, () => `sort=${sort}`]),
  ['GET /keys that expire within 30 days', () => 'expiresWithinDays=30'],
  ['GET /keys unused for 30 days', () => 'unusedDays=30'],
  ['GET /keys that hold a permission', () => 'permission=sales-invoices:read'],
  ...(['active', 'revoked', 'expired', 'disabled'] as const).map((status): [string, () => string] => [
    `GET /keys, ${status} ones`,
    () => `status=${status}`,
  ]),
];

type Company = 'small' | 'large' | 'largest';
const rareName: Readonly<Record<Company, string>> = {
  small: 'robot 000001',
  large: 'robot 000001',
  largest: 'robot 000101',
};

/** `GET /keys`, each filter alone and searches, by the owner of a company. */
export async function lists({ small, large, caller, rounds, seconds, ground }: Stage): Promise<Row[]> {
  const servers = {
    small: await ServerUnderTest.start(small.env),
    large: await ServerUnderTest.start(large.env),
  };
  const who = {
    small: await ownerOf(servers.small, ordinary),
    large: await ownerOf(servers.large, ordinary),
    largest: await ownerOf(servers.large, largest),
  };
  const [count, connections] = [ground.quick ? 40 : 200, 4];
  const side = (name: keyof typeof who, query: string) => async () => {
    const { address } = name === 'small' ? servers.small : servers.large;
    const url = `${address}/api/v1/keys?${query}`;
    return percentile(
      await caller.ask('visits', { url, headers: who[name].headers, connections, count, seconds }),
      95,
    );
  };
  const sides = (query: (name: keyof typeof who) => string) => ({
    small: side('small', query('small')),
    large: side('large', query('large')),
    largest: side('largest', query('largest')),
  });
  try {
    await inTurns(
      1,
      sides(() => ''),
    );
    const rows: Row[] = [];
    for (const [name, query] of queries)
      rows.push(
        ...rowsOf(
          name,
          await inTurns(
            rounds,
            sides((company) => query(company, who[company].ownerId)),
          ),
        ),
      );
    return rows;
  } finally {
    for (const server of Object.values(servers)) await server.stop();
  }
}

/** Their headers, and their id, which is that of the owner of the seeded personal keys. */
async function ownerOf(server: ServerUnderTest, slug: string) {
  const headers = await server.signIn(slug);
  const answered = await fetch(`${server.address}/api/v1/keys?kind=personal&limit=1`, { headers });
  // A cast: each seeded company has personal keys of its owner.
  const { data } = (await answered.json()) as { data: [{ owner: { id: string } }] };
  return { headers, ownerId: data[0].owner.id };
}

function rowsOf(name: string, p95: Record<'small' | 'large' | 'largest', number[]>): Row[] {
  return [
    row(section, `${name}, p95, small table`, 'ms', p95.small),
    row(section, `${name}, p95, large table`, 'ms', p95.large),
    row(section, `${name}, p95, the largest company of the large table`, 'ms', p95.largest),
    row(section, `${name}, p95, large : small`, 'ratio', ratios(p95.large, p95.small), { atMost: 2 }),
    row(section, `${name}, p95, largest company : small`, 'ratio', ratios(p95.largest, p95.small), {
      atMost: 2,
    }),
  ];
}
