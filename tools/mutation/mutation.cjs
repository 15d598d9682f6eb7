'use strict';

const path = require('node:path');
const { leastScores } = require('./least-scores.cjs');

/*
 * npm run mutation [-- PATH …]
 *
 * Changes the code in small ways, one at a time, and counts how many of the changes the unit tests notice. Each folder is
 * judged by its own tests, so that a change is tried in a second or two. Reports lie in coverage/mutation. Ends with 1 where a
 * folder falls below its score in least-scores.cjs. Of a folder or file within one of these, it only reports.
 */

const root = path.join(__dirname, '../..');

/** What is only declared. The suites that start a server check it. */
const declarations = '{index,*.spec,*.entity,*.module,*.problems,*.schema,*.controller}.ts';

main(process.argv.slice(2)).catch((fault) => {
  console.error(fault);
  process.exitCode = 1;
});

async function main(given) {
  const folders = Object.keys(leastScores);
  const parts = given.length === 0 ? folders.map((folder) => ({ folder, part: folder })) : given.map(partOf);
  process.chdir(root);
  // One after the other: the tests fill the processors.
  for (const one of parts) await judge(one);
}

/** The folder that a path is in, whose tests judge it. */
function partOf(name) {
  const part = path.relative(root, path.resolve(name)).replaceAll(path.sep, '/');
  const folder = Object.keys(leastScores).find((known) => `${part}/`.startsWith(`${known}/`));
  if (folder === undefined) throw new Error(`${name} is not in ${Object.keys(leastScores).join(', ')}`);
  return { folder, part };
}

async function judge({ folder, part }) {
  const { Stryker } = await import('@stryker-mutator/core');
  console.log(`\n== ${part}`);
  await new Stryker(options(folder, part)).runMutationTest();
}

function options(folder, part) {
  return {
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner'],
    jest: {
      configFile: 'tools/mutation/jest.cjs',
      config: { testMatch: [`<rootDir>/${folder}/**/*.spec.ts`] },
    },
    coverageAnalysis: 'perTest',
    mutate: [part.endsWith('.ts') ? part : `${part}/**/*.ts`, `!${folder}/**/${declarations}`],
    thresholds: { high: 90, low: 85, break: part === folder ? leastScores[folder] : null },
    concurrency: 1,
    // Only an endless loop takes as long; a timeout counts as noticed, and must not depend on how busy the machine is.
    timeoutMS: 30_000,
    tempDirName: 'coverage/mutation/sandbox',
    ignorePatterns: ['/coverage', '/data', '/dist', '/docs', '/console', '/secrets', '/test/frozen'],
    reporters: ['clear-text', 'progress-append-only', 'html'],
    htmlReporter: { fileName: `coverage/mutation/${part.replaceAll('/', '-')}.html` },
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    warnings: { slow: false },
  };
}
