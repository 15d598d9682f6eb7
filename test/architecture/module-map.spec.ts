import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { manifests } from '../../src/manifests';
import { root } from './repository';
import { scratchTree } from './scratch-tree';
import { runTool } from './tool';

/** The map as the design draws it. It stands here a second time so that a fence cannot be moved by moving the fence. */
const line =
  'platform ← tenancy ← access ← audit ← cluster ← companies ← products ← {roles, settings} ← users ← step-up ← {limits, usage} ← service-accounts ← api-keys ← auth ← gateway ← operators ← notifications';
const business = manifests.map(({ name }) => name);
const beside = [...business, 'health', 'console-host', 'reference'];
const compositionRoot = [
  'main.ts',
  'index.ts',
  'workers.ts',
  'gateway-listener.ts',
  'app.module.ts',
  'app.setup.ts',
  'composition.ts',
  'manifests.ts',
  'manifest-faults.ts',
  'cli',
  'demo',
  'migrations',
];

const rows: string[][] = line.split(' ← ').map((row) => row.match(/[a-z-]+/g) ?? []);
const modules = [...rows.flat(), ...beside];

const mayImport = (from: string, to: string): boolean => {
  const rowOf = (name: string): number => rows.findIndex((row) => row.includes(name));
  if (rowOf(to) === -1) return false;
  return rowOf(to) < (beside.includes(from) ? rowOf('cluster') : rowOf(from));
};

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

interface Cruise {
  readonly summary: { readonly violations: readonly Violation[]; readonly totalCruised: number };
}

const cruise = (directory: string): Cruise => {
  // A tree of broken code need not have all of it.
  const present = ['src', 'libs', 'console'].filter((name) => existsSync(path.join(directory, name)));
  const config = path.join(root, '.dependency-cruiser.cjs');
  return runTool('depcruise', [...present, '--config', config, '--output-type', 'json'], directory) as Cruise;
};

/** What is refused in a tree of these files, as `from → to: rule`. */
const refusalsIn = (files: Record<string, string>): string[] => {
  const tree = scratchTree(files);
  try {
    const { violations } = cruise(tree.directory).summary;
    return violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`).sort();
  } finally {
    tree.remove();
  }
};

const faces = {
  'libs/permissions/index.ts': 'export const catalogue = 1;',
  ...Object.fromEntries(
    modules.map((name) => [`src/${name}/index.ts`, 'export const face = 1; export type Face = 1;']),
  ),
  ...Object.fromEntries(business.map((name) => [`src/${name}/manifest.ts`, 'export const manifest = 1;'])),
};

describe('the module map', () => {
  it('is kept by the whole tree', () => {
    const { violations, totalCruised } = cruise(root).summary;

    expect(violations).toEqual([]);
    expect(totalCruised).toBeGreaterThan(0);
  });

  it('shows every folder of src', () => {
    const present = readdirSync(path.join(root, 'src'));

    expect(present.filter((name) => ![...modules, ...compositionRoot].includes(name))).toEqual([]);
  });

  it('has each folder with a manifest on the list of manifests, under the name of the folder', () => {
    const folders = readdirSync(path.join(root, 'src')).filter((name) =>
      existsSync(path.join(root, 'src', name, 'manifest.ts')),
    );

    expect(folders.sort()).toEqual(business.toSorted());
  });

  it('lets arrows point to the left, and no other way', () => {
    const pairs = modules
      .flatMap((from) => modules.map((to) => ({ from, to })))
      .filter(({ from, to }) => from !== to);
    const arrows = pairs.map(({ from, to }) => [
      `src/${from}/to-${to}.ts`,
      `import { face } from '../${to}'; void face;`,
    ]);

    const refused = pairs
      .filter(({ from, to }) => !mayImport(from, to))
      .map(({ from, to }) => `src/${from}/to-${to}.ts → src/${to}/index.ts: arrows-of-${from}`);

    expect(refusalsIn({ ...faces, ...Object.fromEntries(arrows) })).toEqual(refused.sort());
  });

  it('counts an arrow that carries a type only', () => {
    const files = { 'src/tenancy/up.ts': "import type { Face } from '../users'; export type Mine = Face;" };

    expect(refusalsIn({ ...faces, ...files })).toEqual([
      'src/tenancy/up.ts → src/users/index.ts: arrows-of-tenancy',
    ]);
  });
});

describe('the walls between modules', () => {
  it('have one door each, and platform one per shelf and one more', () => {
    const inner = 'export const inner = 1;';
    const files = {
      'src/users/users.service.ts': inner,
      'src/platform/database/index.ts': inner,
      'src/platform/database/unscoped.ts': inner,
      'src/platform/database/data-source.ts': inner,
      'src/auth/open.ts': "import '../platform/database'; import '../platform/database/unscoped';",
      'src/auth/past-the-index.ts': "import '../users/users.service';",
      'src/auth/past-the-shelf.ts': "import '../platform/database/data-source';",
    };

    expect(refusalsIn({ ...faces, ...files })).toEqual([
      'src/auth/past-the-index.ts → src/users/users.service.ts: through-the-index',
      'src/auth/past-the-shelf.ts → src/platform/database/data-source.ts: through-the-index',
    ]);
  });

  it('keep the migrations of a business module to its manifest', () => {
    const files = {
      'src/sales-invoices/migrations/0001-table.ts': 'export class Table1 {}',
      'src/sales-invoices/manifest.ts': "import './migrations/0001-table'; export const manifest = 1;",
      'src/sales-invoices/shortcut.ts': "import './migrations/0001-table';",
    };

    expect(refusalsIn({ ...faces, ...files })).toEqual([
      'src/sales-invoices/shortcut.ts → src/sales-invoices/migrations/0001-table.ts: migrations-are-run-and-not-called',
    ]);
  });

  it('keep the composition root above everything, and let it see everything', () => {
    const files = {
      'src/main.ts': "import './app.module'; import './cli/migrate'; import './users/user.entity';",
      'src/app.module.ts': 'export class AppModule {}',
      'src/cli/migrate.ts': "import '../migrations/all';",
      'src/migrations/all.ts': 'export const migrations = [];',
      'src/users/user.entity.ts': 'export class User {}',
      'src/platform/reaching-up.ts': "import '../migrations/all';",
      'src/operators/reaching-up.ts': "import '../app.module';",
    };

    expect(refusalsIn({ ...faces, ...files })).toEqual([
      'src/operators/reaching-up.ts → src/app.module.ts: nothing-imports-the-composition-root',
      'src/platform/reaching-up.ts → src/migrations/all.ts: nothing-imports-the-composition-root',
    ]);
  });

  it('keep libraries free of the server and of frameworks, and open to everyone', () => {
    const files = {
      'src/platform/uses-a-library.ts': "import '../../libs/permissions';",
      'libs/permissions/uses-the-server.ts': "import '../../src/access';",
      'libs/permissions/uses-nest.ts': "import { Module } from '@nestjs/common'; void Module;",
    };

    expect(refusalsIn({ ...faces, ...files })).toEqual([
      expect.stringMatching(
        /^libs\/permissions\/uses-nest\.ts → .*@nestjs\/common.*: libs-are-framework-free$/,
      ),
      'libs/permissions/uses-the-server.ts → src/access/index.ts: libs-import-nothing-from-src',
    ]);
  });

  it('keep the console apart from the server, except for shared libraries, and fit for browsers', () => {
    const files = {
      'libs/sdk/index.ts': 'export const client = 1;',
      'libs/api-key/index.ts': 'export const key = 1;',
      'console/src/api/client.ts': "import '../../../libs/sdk'; import '../../../libs/permissions';",
      'console/src/api/reaching-over.ts': "import '../../../src/auth';",
      'console/src/api/other-library.ts': "import '../../../libs/api-key';",
      'console/src/api/files.ts': "import 'node:fs';",
      'console/src/api/files.spec.ts': "import 'node:fs';",
      'console/src/shell/bar.tsx': "import '../../../test/support';",
      'src/auth/uses-the-console.ts': "import '../../console/src/api/client';",
      'test/support/index.ts': 'export const clock = 1;',
    };

    expect(refusalsIn({ ...faces, ...files })).toEqual([
      'console/src/api/files.ts → fs: console-is-for-browsers',
      'console/src/api/other-library.ts → libs/api-key/index.ts: console-imports-shared-libraries',
      'console/src/api/reaching-over.ts → src/auth/index.ts: console-imports-shared-libraries',
      'console/src/shell/bar.tsx → test/support/index.ts: console-imports-shared-libraries',
      'src/auth/uses-the-console.ts → console/src/api/client.ts: nothing-imports-the-console',
    ]);
  });

  it('let nothing go round in a circle, not even inside a module', () => {
    const files = {
      'src/users/hen.ts': "import type { Egg } from './egg'; export type Hen = Egg;",
      'src/users/egg.ts': "import type { Hen } from './hen'; export type Egg = Hen;",
    };

    expect(refusalsIn({ ...faces, ...files })).toEqual(['src/users/egg.ts → src/users/hen.ts: no-cycle']);
  });

  it('refuse a module that is not on the map, the server’s use of test code, and an import of nothing', () => {
    const files = {
      'test/support/clock.ts': 'export const clock = 1;',
      'src/auth/auth.service.spec.ts': "import '../../test/support/clock';",
      'src/auth/auth.service.ts': "import '../../test/support/clock';",
      'src/auth/lost.ts': "import './nowhere';",
      'src/billing/index.ts': "import '../platform';",
    };

    expect(refusalsIn({ ...faces, ...files })).toEqual([
      'src/auth/auth.service.ts → test/support/clock.ts: only-specs-import-test',
      'src/auth/lost.ts → ./nowhere: every-import-resolves',
      'src/billing/index.ts → src/platform/index.ts: every-module-is-on-the-map',
    ]);
  });
});
