'use strict';

const { never } = require('./test/run/below-a-path.cjs');

/** Packages that ship, or import, ES modules only. Jest runs CommonJS, so swc compiles them as it does our own code. */
const esmOnly = [
  '@borewit/text-codec',
  '@fastify/cookie',
  '@nestjs',
  '@tokenizer',
  'content-disposition',
  'cookie',
  'file-type',
  'load-esm',
  'oauth4webapi',
  'pixelmatch',
  'strtok3',
  'token-types',
  'uint8array-extras',
  'uuid',
].join('|');

/** As tsc does it: `decoratorMetadata` is what Nest injects by, and TypeORM would see undefined own fields with `define`. */
const swc = {
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

/** What draws the console. */
const swcReact = {
  ...swc,
  jsc: {
    ...swc.jsc,
    parser: { ...swc.jsc.parser, tsx: true },
    transform: { ...swc.jsc.transform, react: { runtime: 'automatic' } },
  },
};

const project = (displayName, testMatch, elsewhere = []) => ({
  displayName,
  testPathIgnorePatterns: ['/node_modules/', ...elsewhere],
  testMatch: testMatch.map((glob) => `<rootDir>/${glob}`),
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/run/one-realm-of-errors.cjs'],
  roots: ['src', 'libs', 'packages', 'console', 'test'].map((folder) => `<rootDir>/${folder}`),
  moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json', 'node'],
  transform: { '\\.(ts|js|mjs)$': ['@swc/jest', swc], '\\.tsx$': ['@swc/jest', swcReact] },
  transformIgnorePatterns: [`/node_modules/(?!(?:.+/node_modules/)?(?:${esmOnly})/)`],
});

/** What is seen in a browser, against the built server. */
const inBrowser = (displayName, testMatch, elsewhere = []) => ({
  ...project(displayName, testMatch, elsewhere),
  testEnvironment: '<rootDir>/test/run/browser-environment.cjs',
  setupFilesAfterEnv: ['<rootDir>/test/run/browser-patience.cjs'],
});

/** What the built server is measured by. */
const timed = 'test/shipped/keyed-against-naive.spec.ts';

/** The same again below a path: without what cannot be asked there. */
const notHere = process.env.KUNCI_TEST_BASE_PATH ? never : [];

/** What can be asked of one database only says so in its name: `x.mysql.spec.ts`. */
const hasMysql = Boolean(process.env.KUNCI_TEST_DATABASE_URL);

module.exports = {
  maxWorkers: 2,
  // Each spec loads the program again, and V8 keeps much of it: a worker that grows to gigabytes spends its time on collecting garbage.
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 60_000,
  projects: [
    project('unit', [
      '{src,libs,packages}/**/*.spec.ts',
      'console/**/*.spec.{ts,tsx}',
      'test/{architecture,run,support}/**/*.spec.ts',
    ]),
    // Run once per database: at KUNCI_TEST_DATABASE_URL, or on SQLite where that is not set.
    project(
      'database',
      ['test/{contracts,e2e}/**/*.spec.ts'],
      [hasMysql ? '\\.sqlite\\.spec\\.ts$' : '\\.mysql\\.spec\\.ts$', ...notHere],
    ),
    // Against the built server and console, as processes, on SQLite and, at KUNCI_TEST_DATABASE_URL, on MySQL.
    {
      ...project('shipped', ['test/shipped/**/*.spec.ts'], [timed]),
      setupFilesAfterEnv: ['<rootDir>/test/run/shipped-patience.cjs'],
    },
    // Alone: another worker would take from the caches of the processors what is measured.
    {
      ...project('timed', [timed]),
      setupFilesAfterEnv: ['<rootDir>/test/run/shipped-patience.cjs'],
    },
    // Programs of others, which are installed before, against the built server.
    {
      ...project('tools', ['test/tools/**/*.spec.ts']),
      globalSetup: '<rootDir>/test/run/install-tools.cjs',
      setupFilesAfterEnv: ['<rootDir>/test/run/shipped-patience.cjs'],
    },
    // The built server, and what it depends on, killed while clients write.
    {
      ...project('crash', ['test/crash/**/*.spec.ts'], hasMysql ? [] : ['\\.mysql\\.spec\\.ts$']),
      setupFilesAfterEnv: ['<rootDir>/test/run/shipped-patience.cjs'],
    },
    // What takes too long for every run: `.ci/full` has it.
    project('full', ['test/full/**/*.spec.ts']),
    inBrowser('browser', ['test/browser/**/*.spec.ts'], notHere),
    // No tests: they draw the pictures of README and docs.
    inBrowser('screenshots', ['test/browser/pictures/draw.ts']),
  ],
};
