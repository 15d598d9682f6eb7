import { keyText } from '../key-texts';
import { publicTwinPath } from '../public-twin';
import { inTurns, ratios } from '../rounds';
import { row, type Row } from '../row';
import { type Cost, ServerUnderTest } from '../server-under-test';
import { type Stage } from '../stage';

const section = 'A route without SQL';

/** What authentication costs: `GET /me` with a key against the same handler declared public, and against Fastify alone. */
export async function keyedRoute({ small, caller, rounds, seconds }: Stage): Promise<Row[]> {
  const server = await ServerUnderTest.start(small.env, small.view);
  const bare = await ServerUnderTest.bare(small.view);
  const headers = { 'x-api-key': keyText(0) };
  const sides = {
    keyed: () => server.under(caller, '/core/api/v1/me', { headers, seconds }),
    open: () => server.under(caller, publicTwinPath, { headers, seconds }),
    bare: () => bare.under(caller, '/me', { headers, seconds }),
  };
  try {
    await sameBytes([
      `${server.address}/core/api/v1/me`,
      server.address + publicTwinPath,
      `${bare.address}/me`,
    ]);
    // Until the compiler has seen enough.
    await inTurns(1, sides);
    return rowsOf(await inTurns(rounds, sides));
  } finally {
    await server.stop();
    await bare.stop();
  }
}

function rowsOf({ keyed, open, bare }: Record<'keyed' | 'open' | 'bare', Cost[]>): Row[] {
  const [ofKeyed, ofOpen, ofBare] = [keyed, open, bare].map((side) => side.map(({ perSecond }) => perSecond));
  const cpu = (side: readonly Cost[]): number[] => side.map(({ cpuUs }) => cpuUs);
  const [k, o, b] = [ofKeyed ?? [], ofOpen ?? [], ofBare ?? []];
  return [
    row(section, 'with a key : public, throughput', 'ratio', ratios(k, o), { atLeast: 0.85 }),
    row(section, 'public : with a key, processor time', 'ratio', ratios(cpu(open), cpu(keyed))),
    row(section, 'with a key : bare Fastify, throughput', 'ratio', ratios(k, b)),
    row(section, 'with a key', 'requests/s', k),
    row(section, 'public', 'requests/s', o),
    row(section, 'bare Fastify', 'requests/s', b),
    row(section, 'with a key, processor time', 'µs/request', cpu(keyed)),
    row(section, 'public, processor time', 'µs/request', cpu(open)),
    row(section, 'bare Fastify, processor time', 'µs/request', cpu(bare)),
  ];
}

async function sameBytes(urls: readonly string[]): Promise<void> {
  const bodies = new Set<string>();
  for (const url of urls) {
    const answered = await fetch(url, { headers: { 'x-api-key': keyText(0) } });
    bodies.add(await answered.text());
  }
  if (bodies.size !== 1) throw new Error(`These do not answer the same: ${[...bodies].join('\n')}`);
}
