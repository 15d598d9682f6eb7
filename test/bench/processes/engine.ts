import 'reflect-metadata';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomInt } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import mysql from 'mysql2';
import { keyEnvironments } from '../../../libs/api-key';
import { createApp, type RunningApp } from '../../../src/app.setup';
import { VerifyKey } from '../../../src/api-keys';
import { ChangeFeed } from '../../../src/cluster';
import { loadConfig } from '../../../src/platform/config';
import { createLogger } from '../../../src/platform/logging';
import { answer } from '../answering';
import { keyText } from '../key-texts';
import { type UnitRun, unitsPerSecond } from '../units';

/* Verification alone, without HTTP, and units of work, in a process that has the application and nobody who calls it. */

// A type, for an interface would not be taken for a record of answers.
export type EngineAnswers = {
  /** Microseconds per call of a key that is remembered. */
  readonly warm: (calls: number) => Promise<number>;
  /** Of keys that are not: milliseconds, and statements that the driver was given, for each call. */
  readonly cold: (asked: { readonly keys: number; readonly calls: number }) => Promise<Cold>;
  /** Bytes of heap for each of so many keys that are remembered. */
  readonly heapPerKey: (asked: { readonly keys: number; readonly remembered: number }) => Promise<number>;
  readonly units: (run: UnitRun) => Promise<number>;
};

export interface Cold {
  readonly tookMs: number[];
  readonly statements: number[];
}

const statements = countStatements();
const from = {
  ...{ username: null, address: '127.0.0.1', userAgent: 'bench', route: null, requestId: null },
  path: 'request',
} as const;
const asked = { ...from, environments: keyEnvironments, required: null };
const callsAtOnce = 5_000;

void main();

async function main(): Promise<void> {
  const config = loadConfig();
  const running = await createApp(config, createLogger(config.logLevel));
  process.once('SIGTERM', () => void running.close().then(() => process.exit(0)));
  const answers: EngineAnswers = {
    warm: (calls) => warm(running, calls),
    cold: (input) => cold(running, input.keys, input.calls),
    heapPerKey: (input) => heapPerKey(running, input.keys, input.remembered),
    units: (run) => unitsPerSecond(running, run),
  };
  answer(answers);
}

async function warm({ app }: RunningApp, calls: number): Promise<number> {
  const engine = app.get(VerifyKey, { strict: false });
  const text = keyText(0);
  let spentNs = 0n;
  for (let done = 0; done < calls; done += callsAtOnce) {
    await engine.verify(text, { ...asked, cost: 1 });
    const began = process.hrtime.bigint();
    for (let call = 0; call < callsAtOnce; call += 1) {
      const verdict = engine.verify(text, { ...asked, cost: 1 });
      if (verdict instanceof Promise || verdict.code !== 'VALID')
        throw new Error('The key is not remembered.');
    }
    spentNs += process.hrtime.bigint() - began;
    // The heartbeats that keep the lease need a turn.
    await turn();
  }
  return Number(spentNs) / 1_000 / calls;
}

async function cold({ app }: RunningApp, keys: number, calls: number): Promise<Cold> {
  const engine = app.get(VerifyKey, { strict: false });
  app.get(ChangeFeed, { strict: false }).publishGap();
  const found: Cold = { tookMs: [], statements: [] };
  for (const number of anyOf(keys, calls)) {
    const text = keyText(number);
    const counted = { statements: 0 };
    const began = performance.now();
    const verdict = await statements.run(counted, async () => engine.verify(text, { ...asked, cost: 1 }));
    found.tookMs.push(performance.now() - began);
    found.statements.push(counted.statements);
    if (verdict.code !== 'VALID') throw new Error(`Key ${number} is ${verdict.code}`);
  }
  return found;
}

async function heapPerKey({ app }: RunningApp, keys: number, remembered: number): Promise<number> {
  const engine = app.get(VerifyKey, { strict: false });
  const numbers = anyOf(keys, remembered);
  app.get(ChangeFeed, { strict: false }).publishGap();
  await engine.verify(keyText(0), { ...asked, cost: 0 });
  const before = usedBytes();
  // Without a cost nothing is noted of the use, which would be counted here, too.
  const look = async (at: number): Promise<void> => {
    for (let one = at; one < numbers.length; one += lookers)
      await engine.verify(keyText(numbers[one] ?? 0), { ...asked, cost: 0 });
  };
  await Promise.all(Array.from({ length: lookers }, (_, at) => look(at)));
  return (usedBytes() - before) / remembered;
}

const lookers = 6;

function usedBytes(): number {
  if (globalThis.gc === undefined) throw new Error('Needs --expose-gc.');
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** So many of the numbers below `count`, each at most once, in no order. */
function anyOf(count: number, wanted: number): number[] {
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, wanted)) chosen.add(randomInt(count));
  return [...chosen];
}

/** From now on whatever the driver is told to do is counted where it was called from. */
function countStatements(): AsyncLocalStorage<{ statements: number }> {
  const caller = new AsyncLocalStorage<{ statements: number }>();
  // A cast: `addCommand` is where every command passes, also those of pools, and is missing in the types.
  const driver = mysql.Connection.prototype as unknown as { addCommand(command: object): unknown };
  const { addCommand } = driver;
  driver.addCommand = function (this: object, command) {
    const counted = caller.getStore();
    if (counted !== undefined) counted.statements += 1;
    return addCommand.call(this, command);
  };
  return caller;
}
