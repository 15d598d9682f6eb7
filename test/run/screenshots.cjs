'use strict';

/* npm run screenshots: makes the pictures of README and docs again, as test/browser/pictures/list.ts names them. */

const { runInBrowser } = require('./browser.cjs');
const { describe, oneFailure, succeeded } = require('./tally.cjs');

void main();

async function main() {
  let tally = oneFailure;
  try {
    tally = await runInBrowser('screenshots', process.argv.slice(2));
  } catch (fault) {
    console.error(fault);
  }
  console.log(describe(tally));
  process.exitCode = succeeded(tally) ? 0 : 1;
}
