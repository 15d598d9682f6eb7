import { growthPerHour, leaks, type Sample, staysAbove } from '../support/growth';
import { MixedTraffic } from './soak/mixed-traffic';
import { type Held, ProbedServer } from './soak/probed-server';

/** At most eleven hours, for the session of the clients lives twelve. */
const minutes = Number(process.env['KUNCI_TEST_SOAK_MINUTES'] ?? 10);
const sampleCount = 40;
const mebibyte = 1024 * 1024;

/**
 * Per hour, what may be lost in two hours; and what a run of any length may differ by. The garbage has been collected when the
 * memory that is held is read, so that does not depend on how busy the machine is: in ten minutes, a leak of 100 bytes per
 * request is found. The memory that the system has given also moves with what allocators keep for later.
 */
const held = { perHour: mebibyte, byChance: 1.5 * mebibyte };
const rss = { perHour: mebibyte, byChance: 64 * mebibyte };
/** Connections of pools that open when they are first needed, and timers that are about to run. */
const handlesByChance = 16;

/**
 * Keys and what happened are kept, revoked keys as well, each with a counter of its limits: these rows grow with what clients do.
 * Every other table has to come back to what it was.
 */
const kept = [
  ...['api_keys', 'key_secrets', 'key_windows', 'key_quotas'],
  ...['events', 'key_usage', 'key_usage_hours'],
];

jest.setTimeout((minutes + 15) * 60_000);

const databases =
  'KUNCI_TEST_DATABASE_URL' in process.env ? (['sqlite', 'mysql'] as const) : (['sqlite'] as const);

describe.each(databases)(`${minutes} minutes of mixed traffic on %s`, (database) => {
  let server: ProbedServer | null = null;
  let traffic: MixedTraffic;
  const samples: (Held & { readonly atMs: number })[] = [];

  beforeAll(async () => {
    server = await ProbedServer.start(database === 'sqlite' ? 'sqlite' : undefined);
    traffic = await MixedTraffic.open(server.instance);
    await traffic.fill();
    for (let at = 0; at < sampleCount; at += 1) {
      await traffic.run((minutes * 60_000) / sampleCount);
      samples.push({ atMs: performance.now(), ...(await server.held()) });
    }
    report();
  });
  afterAll(() => server?.close());

  it('answers every client as it should', () => {
    expect(traffic.faults).toEqual({});
  });

  it('holds no more memory in the end than after warming up', () => {
    expect(leaks(series('heldBytes'), held)).toBe(false);
    expect(leaks(series('rssBytes'), rss)).toBe(false);
  });

  it('comes back to as many descriptors, sockets and timers', () => {
    expect(staysAbove(series('descriptors'), handlesByChance)).toBe(false);
    expect(staysAbove(series('handles'), handlesByChance)).toBe(false);
  });

  it('comes back to as many rows in every table that keeps nothing', () => {
    const tables = Object.keys(samples[0]?.rows ?? {}).filter((table) => !kept.includes(table));
    const grown = tables.filter((table) => staysAbove(rowsOf(table), 0));
    expect(tables).toContain('sessions');
    expect(grown).toEqual([]);
  });

  function series(of: 'heldBytes' | 'rssBytes' | 'descriptors' | 'handles'): Sample[] {
    return samples.map((sample) => ({ atMs: sample.atMs, value: sample[of] }));
  }

  function rowsOf(table: string): Sample[] {
    return samples.map(({ atMs, rows }) => ({ atMs, value: rows[table] ?? 0 }));
  }

  function report(): void {
    const [first, last] = [samples[sampleCount / 2], samples.at(-1)];
    const mebibytes = (bytes = 0): string => (bytes / mebibyte).toFixed(1);
    const line = (of: 'heldBytes' | 'rssBytes'): string =>
      `${of}: ${mebibytes(first?.[of])} → ${mebibytes(last?.[of])} MiB, ${mebibytes(growthPerHour(series(of)))} MiB an hour`;
    const count = (of: 'descriptors' | 'handles'): string => `${of}: ${first?.[of]} → ${last?.[of]}`;
    console.log(
      [
        `${database}: ${traffic.requests} requests in ${minutes} minutes; in the second half`,
        ...(['heldBytes', 'rssBytes'] as const).map(line),
        ...(['descriptors', 'handles'] as const).map(count),
        `rows in the end: ${JSON.stringify(last?.rows)}`,
      ].join('\n'),
    );
  }
});
