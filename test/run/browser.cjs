'use strict';

const { built } = require('./built.cjs');
const { findChromium } = require('./chromium.cjs');
const { runJest } = require('./run-jest.cjs');
const { nothing, oneFailure } = require('./tally.cjs');

/**
 * Builds the server and the console, and runs a jest project of what is seen in a browser against them.
 *
 * @param project `browser`, which is the tests, or `screenshots`
 * @param args further arguments for jest
 * @param env added to the environment of the run
 * @returns how many passed and failed. Without Chromium it says so; that is a failure only where the result counts for others.
 */
async function runInBrowser(project, args, env = {}) {
  const chromium = findChromium(process.env.CHROMIUM);
  if (!chromium.file) {
    console.log(`Nothing was run in a browser: ${chromium.reason}`);
    return process.env.CI === 'true' ? oneFailure : nothing;
  }
  // What is built may be older than what is tested.
  if (!built()) return oneFailure;
  // Each worker has a server and a browser of its own, and waits for them most of the time: three keep two processors busy.
  const run = ['--maxWorkers=3', `--testSequencer=${require.resolve('./longest-first.cjs')}`, ...args];
  return runJest(project, run, { ...env, CHROMIUM: chromium.file });
}

module.exports = { runInBrowser };
