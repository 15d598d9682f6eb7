import { Child } from '../answering';
import { type EngineAnswers } from '../processes/engine';
import { inTurns, percentile, ratios } from '../rounds';
import { row, type Row } from '../row';
import { type Stage, type Table } from '../stage';

const section = 'Verification alone, in process';

/** `verify-key` without HTTP: warm, cold in a small and in a large table, and what it remembers. */
export async function verification({ small, large, rounds, ground }: Stage): Promise<Row[]> {
  const engines = { small: await engineOn(small), large: await engineOn(large) };
  const [calls, warmCalls] = [1_000, ground.quick ? 50_000 : 500_000];
  const cold = (side: 'small' | 'large', keys: number) => () => engines[side].ask('cold', { keys, calls });
  const sides = { small: cold('small', small.keys), large: cold('large', large.keys) };
  try {
    const warm = await inTurns(rounds, { hot: () => engines.large.ask('warm', warmCalls) });
    await inTurns(1, sides);
    const found = await inTurns(rounds, sides);
    const p99 = (side: 'small' | 'large') => found[side].map(({ tookMs }) => percentile(tookMs, 99));
    const p50 = (side: 'small' | 'large') => found[side].map(({ tookMs }) => percentile(tookMs, 50));
    const statements = [...found.small, ...found.large].flatMap((one) => one.statements);
    const remembered = ground.quick ? 5_000 : 50_000;
    const heap = await engines.large.ask('heapPerKey', { keys: large.keys, remembered });
    return [
      row(section, 'warm', 'µs/call', warm.hot),
      row(section, 'statements of a cold call', 'statements', statements, { atMost: 1 }),
      row(section, 'cold, median, 1,000 keys in the table', 'ms', p50('small')),
      row(section, `cold, median, ${large.keys.toLocaleString('en')} keys`, 'ms', p50('large')),
      row(section, 'cold, p99, 1,000 keys', 'ms', p99('small')),
      row(section, `cold, p99, ${large.keys.toLocaleString('en')} keys`, 'ms', p99('large')),
      row(section, 'cold p99, large : small table', 'ratio', ratios(p99('large'), p99('small')), {
        atMost: 2,
      }),
      row(section, 'heap for a key that is remembered', 'bytes', [heap], { atMost: 1_536 }),
    ];
  } finally {
    for (const engine of Object.values(engines)) await engine.stop();
  }
}

export function engineOn({ env }: Table): Promise<Child<EngineAnswers>> {
  return Child.start<EngineAnswers>('processes/engine', { env, execArgv: ['--expose-gc'] });
}
