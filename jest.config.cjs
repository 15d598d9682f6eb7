'use strict';

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

const project = (displayName, testMatch, elsewhere = []) => ({
  displayName,
  testPathIgnorePatterns: ['/node_modules/', ...elsewhere],
  testMatch: testMatch.map((glob) => `<rootDir>/${glob}`),
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/run/one-realm-of-errors.cjs'],
  roots: ['<rootDir>/src', '<rootDir>/libs', '<rootDir>/test'],
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  transform: { '\\.(ts|js|mjs)$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(?:.+/node_modules/)?(?:${esmOnly})/)`],
});

module.exports = {
  maxWorkers: 2,
  testTimeout: 30_000,
  projects: [
    project('unit', ['{src,libs}/**/*.spec.ts', 'test/{architecture,run,support}/**/*.spec.ts']),
    // Run once per database: at KUNCI_TEST_DATABASE_URL, or on SQLite where that is not set. What can be asked of one of
    // them only says so in its name: `x.mysql.spec.ts`.
    project(
      'database',
      ['test/{contracts,e2e}/**/*.spec.ts'],
      [process.env.KUNCI_TEST_DATABASE_URL ? '\\.sqlite\\.spec\\.ts$' : '\\.mysql\\.spec\\.ts$'],
    ),
  ],
};
