'use strict';

/*
 * npm run check:static
 *
 * Runs what needs no server, as many at a time as there are processors, the longest first. Prints what each wrote when it has
 * ended, and fails when one of them fails; the others run to their end, so that all faults are seen at once.
 */

const { Buffer } = require('node:buffer');
const { spawn } = require('node:child_process');
const os = require('node:os');

const checks = ['lint', 'types', 'format:check', 'arch', 'unused', 'openapi:lint'];

void main();

async function main() {
  const waiting = [...checks];
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await check(name);
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, worker));
}

async function check(name) {
  const { code, written } = await ended(spawn('npm', ['run', name, '--silent']));
  console.log(`== ${name}: ${code === 0 ? 'passed' : 'FAILED'}\n${written}`);
  if (code !== 0) process.exitCode = 1;
}

function ended(child) {
  const written = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => written.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, written: Buffer.concat(written).toString() }));
  });
}
