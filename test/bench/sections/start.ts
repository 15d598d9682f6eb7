import { setTimeout as pause } from 'node:timers/promises';
import { keyText } from '../key-texts';
import { inTurns, ratios } from '../rounds';
import { row, type Row } from '../row';
import { ServerUnderTest } from '../server-under-test';
import { type Stage } from '../stage';

const section = 'Starting';
const headers = { 'x-api-key': keyText(0) };
const restMs = 3_000;
const megabyte = 2 ** 20;

interface Started {
  readonly tookMs: number;
  readonly atRestBytes: number;
}

/** From nothing to the first verified request, against a Nest program on Fastify and TypeORM that answers with a row. */
export async function start({ ground, small, rounds }: Stage): Promise<Row[]> {
  const log = ground.logFile('start');
  const task = { view: null, headers: {}, key: '' };
  const { DATABASE_URL = '' } = small.env;
  const sides = {
    kunci: () => started(ServerUnderTest.start(small.env, undefined, log), '/core/api/v1/me'),
    bare: () => started(ServerUnderTest.peer('typeorm', task, log, { env: { DATABASE_URL } }), '/me'),
  };
  // The first of each reads its files from the disk.
  await inTurns(1, sides);
  const { kunci, bare } = await inTurns(rounds, sides);
  const tookMs = (side: readonly Started[]): number[] => side.map((it) => it.tookMs);
  const toFirst = ratios(tookMs(kunci), tookMs(bare));
  const memory = kunci.map(({ atRestBytes }) => atRestBytes / megabyte);
  return [
    row(section, 'to the first verified request : a bare program', 'ratio', toFirst, { atMost: 3 }),
    row(section, 'to the first verified request', 'ms', tookMs(kunci)),
    row(section, 'a bare program, to its first answer', 'ms', tookMs(bare)),
    row(section, 'memory at rest', 'MB', memory, { atMost: 165 }),
  ];
}

async function started(starting: Promise<ServerUnderTest>, path: string): Promise<Started> {
  const began = performance.now();
  const server = await starting;
  const answered = await fetch(server.address + path, { headers });
  await answered.text();
  if (answered.status !== 200) throw new Error(`${path}: ${answered.status}`);
  const tookMs = performance.now() - began;
  // Until what starting left behind has been collected, as far as it ever is without work.
  await pause(restMs);
  const atRestBytes = await server.memoryBytes();
  await server.stop();
  return { tookMs, atRestBytes };
}
