'use strict';

const { spawnSync } = require('node:child_process');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
let result = null;

/** Builds the server and the console, once in a run. @returns whether that went well. */
function built() {
  result ??= spawnSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: 'inherit' }).status === 0;
  return result;
}

module.exports = { built };
