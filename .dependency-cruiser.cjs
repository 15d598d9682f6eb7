'use strict';

const { existsSync, readdirSync } = require('node:fs');

/** The map: a module may import those in the rows above its own. Names in one row are siblings and do not meet. */
const line = [
  ['platform'],
  ['tenancy'],
  ['access'],
  ['audit'],
  ['cluster'],
  ['companies'],
  ['products'],
  ['roles', 'settings'],
  ['users'],
  ['step-up'],
  ['limits', 'usage'],
  ['service-accounts'],
  ['api-keys'],
  ['auth'],
  ['gateway'],
  ['operators'],
  ['notifications'],
];

/** What a module beside the line may import. Nobody imports it. */
const below = ['platform', 'tenancy', 'access', 'audit'];

/** A business module is a folder with a manifest. */
const business = folderNames('src').filter((name) => existsSync(`src/${name}/manifest.ts`));

const beside = Object.fromEntries(
  ['health', 'console-host', 'reference', ...business].map((name) => [name, below]),
);

/** What puts the modules together may import anything, and nothing imports it. */
const compositionRoot =
  '^src/((main|index|workers|gateway-listener|app\\.module|app\\.setup|composition|manifests|manifest-faults)\\.ts|(cli|demo|migrations)/)';

/** Where a module may be entered: its face. Platform is a shelf of small ones, and has one door more. */
const doors = [
  '^src/[^/]+/index\\.ts$',
  '^src/platform/[^/]+/index\\.ts$',
  '^src/platform/database/unscoped\\.ts$',
];

const onTheLine = line.flatMap((row, at) => row.map((name) => [name, line.slice(0, at).flat()]));
const arrows = [...onTheLine, ...Object.entries(beside)];
const folders = (names) => `^src/(${names.join('|')})/`;

const fences = arrows.map(([name, mayImport]) => ({
  name: `arrows-of-${name}`,
  comment: `${name} may import ${mayImport.join(', ') || 'no other module'}. Does the idea sit in the wrong place?`,
  from: { path: folders([name]) },
  to: { path: '^src/', pathNot: [folders([name, ...mayImport]), compositionRoot] },
}));

const walls = [
  {
    name: 'every-module-is-on-the-map',
    comment: 'A module has its place in the table of .dependency-cruiser.cjs, or a manifest.ts.',
    from: { path: '^src/', pathNot: [folders(arrows.map(([name]) => name)), compositionRoot] },
    to: {},
  },
  {
    name: 'through-the-index',
    comment: 'Modules meet through index.ts only.',
    from: { path: '^src/([^/]+)/', pathNot: compositionRoot },
    to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', compositionRoot, ...doors] },
  },
  {
    name: 'migrations-are-run-and-not-called',
    comment: 'Migrations may write any SQL. Only a manifest names those of a business module.',
    from: { path: '^src/', pathNot: ['/migrations/', '^src/[^/]+/manifest\\.ts$', compositionRoot] },
    to: { path: '^src/[^/]+/migrations/' },
  },
  {
    name: 'nothing-imports-the-composition-root',
    comment: 'The composition root hands things down; nobody reaches up for them.',
    from: { path: '^(src|libs)/', pathNot: compositionRoot },
    to: { path: compositionRoot },
  },
  {
    name: 'libs-import-nothing-from-src',
    comment: 'A library is usable without this server.',
    from: { path: '^libs/' },
    to: { path: '^src/' },
  },
  {
    name: 'libs-are-framework-free',
    comment: 'A library is usable without Nest, without Fastify and without a database.',
    from: { path: '^libs/' },
    to: {
      path: 'node_modules/(@nestjs|@fastify|fastify|typeorm|passport|passport-headerapikey|mysql2|better-sqlite3|rxjs)(/|$)',
    },
  },
  {
    name: 'packages-import-libraries',
    comment: 'What is installed elsewhere is made of libraries, and of nothing of this server.',
    from: { path: '^packages/' },
    to: { path: '^(src|console|tools)/' },
  },
  {
    name: 'the-sdk-is-framework-free',
    comment: 'Whoever uses the SDK need not have a framework; packages/nestjs is built on it.',
    from: { path: '^packages/sdk/' },
    to: { path: '(^packages/nestjs/|node_modules/(@nestjs|fastify|express)(/|$))' },
  },
  {
    name: 'nothing-imports-a-package',
    comment: 'Packages are for other services.',
    from: { path: '^(src|libs|console)/' },
    to: { path: '^packages/' },
  },
  {
    name: 'only-specs-import-test',
    comment: 'What the server needs does not lie in test/.',
    from: { path: '^(src|libs|packages)/', pathNot: '\\.spec\\.ts$' },
    to: { path: '^test/' },
  },
  {
    name: 'console-imports-shared-libraries',
    comment:
      'The console speaks to the server over HTTP. Of this repository it knows the client and what both sides have to agree on.',
    from: { path: '^console/' },
    to: { path: '^(src|test|tools|libs)/', pathNot: '^libs/(sdk|permissions|problems|events)/' },
  },
  {
    name: 'console-is-for-browsers',
    comment: 'What it imports runs where there is no Node.',
    from: { path: '^console/src/', pathNot: '\\.spec\\.tsx?$' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'nothing-imports-the-console',
    comment: 'The server serves what was built of it, as files.',
    from: { path: '^(src|libs|tools)/' },
    to: { path: '^console/' },
  },
  { name: 'no-cycle', comment: 'Arrows go one way.', from: {}, to: { circular: true } },
  { name: 'every-import-resolves', from: {}, to: { couldNotResolve: true } },
];

/** @returns none where there is no such folder. */
function folderNames(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

module.exports = {
  forbidden: [...fences, ...walls].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    // An arrow drawn with `import type` is an arrow too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
