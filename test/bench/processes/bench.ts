import { Ground } from '../environment';
import { machine } from '../machine';
import { type Measured, publish, tableOf } from '../report';
import { acts, eventHead } from '../sections/acts';
import { gateway } from '../sections/gateway';
import { keyedRoute } from '../sections/keyed-route';
import { start } from '../sections/start';
import { lists, tableSize } from '../sections/table-size';
import { verification } from '../sections/verification';
import { workers } from '../sections/workers';
import { setStage, type Stage } from '../stage';

/* Measures everything, one after the other: `npm run bench`. */

const sections = { keyedRoute, gateway, workers, start, verification, tableSize, lists, acts, eventHead };

async function main(args: readonly string[]): Promise<void> {
  const url = process.env['KUNCI_TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('npm run bench says on which database.');
  const quick = args.includes('--quick');
  const chosen = args.filter((arg) => Object.hasOwn(sections, arg));
  const ground = new Ground(url, quick);
  try {
    const [of, date] = [await machine(ground), new Date().toISOString()];
    const stage = await told('seeding', () => setStage(ground));
    const measured = await measure(stage, chosen, date);
    console.log(`\n${tableOf(Object.values(measured).flatMap(({ rows }) => rows))}`);
    if (!quick) publish({ machine: of, measured }, Object.keys(sections));
    await stage.caller.stop();
  } finally {
    await ground.clear();
  }
}

async function measure(
  stage: Stage,
  chosen: readonly string[],
  date: string,
): Promise<Record<string, Measured>> {
  const measured: Record<string, Measured> = {};
  for (const [name, section] of Object.entries(sections)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    measured[name] = { date, rows: await told(name, () => section(stage)) };
  }
  return measured;
}

async function told<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  console.log(`${name}: ${Math.round((performance.now() - began) / 1_000)} s`);
  return result;
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  console.error(fault);
  process.exit(1);
});
