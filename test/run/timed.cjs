'use strict';

/*
 * node test/run/timed.cjs PART COMMAND...
 *
 * Runs one part of .ci/run and notes in the file KUNCI_TEST_LEDGER what it took, for test/run/run.cjs to judge in the end.
 */

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const { measured } = require('./budget.cjs');

void main(process.argv.slice(2));

async function main([name, command, ...args]) {
  const { result, part } = await measured(name, () => spawnSync(command, args, { stdio: 'inherit' }));
  if (result.error) throw result.error;
  const ledger = process.env.KUNCI_TEST_LEDGER;
  if (ledger) fs.appendFileSync(ledger, `${JSON.stringify(part)}\n`);
  process.exitCode = result.status ?? 1;
}
