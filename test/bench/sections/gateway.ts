import { randomBytes } from 'node:crypto';
import { gatewayAudience, gatewayKey, keyText } from '../key-texts';
import { row, type Row } from '../row';
import { inTurns, ratios } from '../rounds';
import { type Cost, ServerUnderTest } from '../server-under-test';
import { type Stage } from '../stage';

const section = 'What gateways ask';
const check = '/gateway/check';
const headers = { 'x-api-key': keyText(0), 'x-forwarded-for': '203.0.113.7' };

type Side = 'plain' | 'onListener' | 'byKey' | 'bare';

/** `/gateway/check` about a key that is remembered, with a log line for each, against Fastify alone that answers an empty 200. */
export async function gateway(stage: Stage): Promise<Row[]> {
  const { caller, ground, rounds, seconds } = stage;
  const { kunci, bare } = await start(stage);
  const load = { headers, seconds };
  const bySide: Record<Side, () => Promise<Cost>> = {
    plain: () => kunci.under(caller, check, load),
    onListener: () => kunci.underGateways(caller, check, load),
    byKey: () =>
      kunci.under(caller, check, { seconds, headers: { ...headers, 'kunci-gateway': gatewayKey } }),
    bare: () => bare.under(caller, '/empty', load),
  };
  try {
    // Until the compiler has seen enough, and everything is remembered.
    await inTurns(1, bySide);
    const costs = await inTurns(rounds, bySide);
    const before = await ground.statements();
    const { perSecond } = await bySide.byKey();
    const statements = ((await ground.statements()) - before) / (perSecond * seconds);
    return rowsOf(costs, statements);
  } finally {
    await Promise.all([kunci.stop(), bare.stop()]);
  }
}

async function start({ ground, small }: Stage) {
  const env = {
    ...{ ...small.env, LOG_LEVEL: 'info', GATEWAY_LISTEN: '0', GATEWAY_AUDIENCES: gatewayAudience },
    KUNCI_SIGNING_KEYS: `v1:${randomBytes(32).toString('base64')}`,
  };
  const task = { view: null, headers: {}, key: '' };
  return {
    kunci: await ServerUnderTest.start(env, undefined, ground.logFile('gateway')),
    bare: await ServerUnderTest.peer('bare', task, ground.logFile('bare-empty')),
  };
}

function rowsOf(costs: Record<Side, Cost[]>, statements: number): Row[] {
  const rate = (side: Side): number[] => costs[side].map(({ perSecond }) => perSecond);
  const cpu = (side: Side): number[] => costs[side].map(({ cpuUs }) => cpuUs);
  const against = (side: Side): number[] => ratios(rate(side), rate('bare'));
  return [
    row(section, 'without identity : bare Fastify', 'ratio', against('plain'), { atLeast: 0.55 }),
    row(section, 'with identity, own listener : bare Fastify', 'ratio', against('onListener'), {
      atLeast: 0.45,
    }),
    row(section, 'with identity, by a key : bare Fastify', 'ratio', against('byKey'), { atLeast: 0.45 }),
    // A few a second are of the background, such as writing what was counted.
    row(section, 'statements', 'statements/request', [statements], { atMost: 0.01 }),
    row(section, 'without identity, processor time', 'µs/request', cpu('plain')),
    row(section, 'with identity, own listener, processor time', 'µs/request', cpu('onListener')),
    row(section, 'with identity, by a key, processor time', 'µs/request', cpu('byKey')),
    row(section, 'bare Fastify, processor time', 'µs/request', cpu('bare')),
    row(section, 'without identity', 'requests/s', rate('plain')),
    row(section, 'with identity, own listener', 'requests/s', rate('onListener')),
    row(section, 'with identity, by a key', 'requests/s', rate('byKey')),
    row(section, 'bare Fastify', 'requests/s', rate('bare')),
  ];
}
