'use strict';

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { tallyOf } = require('./tally.cjs');

const root = path.resolve(__dirname, '../..');

/**
 * Runs one jest project, reporting on the terminal.
 *
 * A request that hangs makes `app.close()` hang, and with it jest, without end: past KUNCI_TEST_LIMIT_MINUTES (40) the run is
 * killed and counts as failed.
 *
 * @param project a displayName of jest.config.cjs
 * @param args further arguments for jest, e.g. a part of a file name
 * @param env added to the environment of the run
 * @returns how many tests passed and failed
 */
async function runJest(project, args, env = {}) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'kunci-jest-'));
  process.once('exit', () => fs.rmSync(directory, { recursive: true, force: true }));
  const outputFile = path.join(directory, 'report.json');
  const ours = { KUNCI_TEST_TEMPLATES: directory, ...env };
  const endedWell = await ended(startJest([...args, '--selectProjects', project], outputFile, ours));
  return tallyOf(readReport(outputFile), endedWell);
}

function startJest(args, outputFile, env) {
  const { KUNCI_TEST_DATABASE_URL: _ours, ...outer } = process.env;
  return spawn(
    process.execPath,
    [require.resolve('jest/bin/jest'), ...args, '--json', `--outputFile=${outputFile}`],
    // Detached: a process group of its own, so that the workers and the servers they start can be killed with it.
    { cwd: root, env: { ...outer, ...env }, stdio: ['ignore', 'inherit', 'inherit'], detached: true },
  );
}

async function ended(jest) {
  const kill = () => killGroup(jest.pid);
  process.once('exit', kill);
  const minutes = Number(process.env.KUNCI_TEST_LIMIT_MINUTES ?? 40);
  const timer = setTimeout(() => {
    console.log(`Killed after ${minutes} minutes: is there a request that never ends?`);
    kill();
  }, minutes * 60_000);
  const code = await new Promise((resolve, reject) => jest.once('exit', resolve).once('error', reject));
  clearTimeout(timer);
  process.off('exit', kill);
  kill(); // Whatever a spec started and forgot.
  return code === 0;
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Jest writes the report when the tests are over, which a killed run may have seen or not. */
function readReport(outputFile) {
  return fs.existsSync(outputFile) ? JSON.parse(fs.readFileSync(outputFile, 'utf8')) : null;
}

module.exports = { runJest };
