'use strict';

/*
 * npm test [-- --only unit|sqlite|mysql|shipped|tools|crash|browser|path|full] [what else jest should be told]
 *
 * Runs the unit suite, then the database suite on SQLite and on MySQL, then the built server as processes, also with the programs
 * of others and killed while clients write, then the console in a browser, and some of it once more below a path; `full`, which
 * takes long, only when it is named. The last line is `N passed, N failed`.
 */

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const { basePath, everyRun } = require('./below-a-path.cjs');
const { describeParts, measured, overBudget, readBudget, totalOf } = require('./budget.cjs');
const { runInBrowser } = require('./browser.cjs');
const { built } = require('./built.cjs');
const { openMysql } = require('./mysql.cjs');
const { runJest } = require('./run-jest.cjs');
const { add, describe, nothing, oneFailure, succeeded } = require('./tally.cjs');

const suites = {
  unit: (args) => runJest('unit', args),
  sqlite: (args) => runJest('database', args),
  mysql: onMysql,
  shipped: onShipped,
  tools: onTools,
  crash: (args) => onBuilt('crash', args),
  browser: (args) => runInBrowser('browser', args),
  path: (args) => belowAPath(args.length > 0 ? { e2e: args, browser: args } : everyRun),
};

/** What `npm test` leaves out. */
const onlyWhenNamed = { full: onFull };

main(process.argv.slice(2)).catch((fault) => {
  console.error(fault);
  finish(oneFailure);
});

async function main(args) {
  // The exit listeners of a running jest and of a private server stop them, whichever way we leave.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  const { names, rest } = chosen(args);
  let tally = nothing;
  const parts = partsBefore();
  for (const name of names) {
    console.log(`\n== ${name}`);
    const { result, part } = await measured(name, () => ({ ...suites, ...onlyWhenNamed })[name](rest));
    tally = add(tally, result);
    parts.push(part);
  }
  finish(add(tally, judged(parts)));
}

/** What .ci/run has done already, which is judged with the rest. */
function partsBefore() {
  const ledger = process.env.KUNCI_TEST_LEDGER;
  if (!ledger) return [];
  const lines = fs.readFileSync(ledger, 'utf8').trim().split('\n');
  fs.rmSync(ledger);
  return lines.map((line) => JSON.parse(line));
}

/** Prints what each part took. In .ci/run, each that took more than .ci/budget gives it is a failure. */
function judged(parts) {
  const [all, budget] = [[...parts, totalOf(parts)], readBudget()];
  console.log(`\n${describeParts(all, budget)}`);
  if (!process.env.KUNCI_TEST_LEDGER) return nothing;
  const faults = overBudget(all, budget);
  for (const fault of faults) console.log(fault);
  return { passed: 0, failed: faults.length };
}

function chosen(args) {
  const at = args.indexOf('--only');
  if (at === -1) return { names: Object.keys(suites), rest: args };
  const name = args[at + 1];
  const known = Object.keys({ ...suites, ...onlyWhenNamed });
  if (!known.includes(name)) throw new Error(`--only takes one of ${known.join(', ')}`);
  return { names: [name], rest: args.toSpliced(at, 2) };
}

async function onMysql(args) {
  const mysql = await openMysql(process.env.TEST_DATABASE_URL);
  if (!mysql.url) return mysqlNotRun(mysql.reason);
  try {
    return await runJest('database', args, { KUNCI_TEST_DATABASE_URL: mysql.url });
  } finally {
    mysql.close();
  }
}

/** What measures the server follows by itself, when nothing else of the run is under way. */
async function onShipped(args) {
  const rest = [...args, '--passWithNoTests'];
  const others = await onBuilt('shipped', rest);
  return add(others, await runJest('timed', ['--maxWorkers=1', ...rest]));
}

/** Programs of others against the built server. What they show does not depend on the database: SQLite will do. */
async function onTools(args) {
  return built() ? runJest('tools', args) : oneFailure;
}

/** What is built may be older than what is tested. Without MySQL the specs run on SQLite alone. */
async function onBuilt(project, args) {
  if (!built()) return oneFailure;
  const mysql = await openMysql(process.env.TEST_DATABASE_URL);
  if (!mysql.url) return add(mysqlNotRun(mysql.reason), await runJest(project, args));
  try {
    return await runJest(project, args, { KUNCI_TEST_DATABASE_URL: mysql.url });
  } finally {
    mysql.close();
  }
}

/** Also the crashes, in many more rounds. A long soak is not mistaken for a run that hangs. */
async function onFull(args) {
  const soakMinutes = Number(process.env.KUNCI_TEST_SOAK_MINUTES ?? 10);
  process.env.KUNCI_TEST_LIMIT_MINUTES ??= String(40 + 2 * soakMinutes);
  const others = await onBuilt('full', args);
  process.env.KUNCI_TEST_CRASH_ROUNDS ??= '30';
  return add(others, await onBuilt('crash', [...args, '--passWithNoTests']));
}

/** What is listed, behind nginx and below a path of its host. On a developer's machine nginx may be missing. */
async function belowAPath({ e2e, browser }) {
  if (spawnSync('nginx', ['-v']).error !== undefined) {
    console.log('Nothing was run below a path: nginx is not installed');
    return process.env.CI === 'true' ? oneFailure : nothing;
  }
  const env = { KUNCI_TEST_BASE_PATH: basePath };
  const tally = await runJest('database', [...e2e, '--passWithNoTests'], env);
  return add(tally, await runInBrowser('browser', [...browser, '--passWithNoTests'], env));
}

/** On a developer's machine MySQL may be missing; where the result counts for others it may not. */
function mysqlNotRun(reason) {
  console.log(`MySQL was not run: ${reason}`);
  return process.env.CI === 'true' ? oneFailure : nothing;
}

function finish(tally) {
  console.log(describe(tally));
  process.exitCode = succeeded(tally) ? 0 : 1;
}
