'use strict';

const { spawnSync } = require('node:child_process');
const path = require('node:path');

const root = path.join(__dirname, '../..');

/*
 * `npm run module suppliers` makes a business module. `nest g -c ./tools/schematics module suppliers` only shows what it would
 * make: of a collection in a folder the tools write nothing unless they are told `--no-debug`, which nest has no option for.
 */
const given = process.argv.slice(2);
if (given.length === 0) {
  console.error('Say what the module is about, in the plural: npm run module suppliers');
  process.exit(2);
}
run('schematics', './tools/schematics:module', '--no-debug', ...given);
run('prettier', '--write', '--log-level', 'warn', 'src', 'test/e2e');

function run(tool, ...words) {
  const bin = path.join(root, 'node_modules/.bin', tool);
  const { status } = spawnSync(bin, words, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
