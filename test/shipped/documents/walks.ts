/** Documents that one reader follows from the first to the last, in one terminal on one machine. */
export interface Walk {
  readonly name: string;
  readonly documents: readonly string[];
  /** Whether it needs a MySQL server, which the runner may have or not. */
  readonly onMysql: boolean;
}

const walk = (name: string, ...documents: string[]): Walk => ({ name, documents, onMysql: false });

/** Every document with `sh` blocks is on one of these walks, except those below. */
export const walks: readonly Walk[] = [
  walk('a first look', 'README.md'),
  walk('the tour', 'docs/tour.md'),
  walk('the five ways', 'docs/guides/five-ways.md'),
  walk('the command line', 'docs/guides/cli.md'),
  walk('an API of one’s own', 'docs/guides/protect-your-api.md'),
  walk('Zapier', 'docs/guides/zapier.md'),
  walk('keys as OAuth knows them', 'docs/guides/introspection.md'),
  walk(
    'running it in production',
    'docs/operations/production.md',
    'docs/operations/backup.md',
    'docs/operations/secrets.md',
    'docs/operations/metrics.md',
  ),
  walk('Docker', 'docs/operations/docker.md'),
  { ...walk('MySQL', 'docs/operations/mysql.md'), onMysql: true },
];

/** Documents that another spec runs: it makes more of them than blocks in a terminal. */
export const runElsewhere: Readonly<Record<string, string>> = {
  'docs/guides/a-module-in-a-package.md': 'test/shipped/a-module-in-a-package.spec.ts',
  'docs/guides/add-a-module.md': 'test/shipped/add-a-module.spec.ts',
  'docs/guides/express.md': 'test/shipped/packages/packages.spec.ts',
  'docs/guides/fastify.md': 'test/shipped/packages/packages.spec.ts',
  'docs/guides/nestjs.md': 'test/shipped/packages/packages.spec.ts',
  'docs/guides/bruno.md': 'test/tools/bruno.spec.ts',
};
