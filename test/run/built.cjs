'use strict';

const { spawnSync } = require('node:child_process');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
let result = null;

/** Builds the server and the console, once in a run; not where .ci/run has just done it. @returns whether that went well. */
function built() {
  if (process.env.KUNCI_TEST_BUILT === 'true') return true;
  result ??= spawnSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: 'inherit' }).status === 0;
  return result;
}

module.exports = { built };
