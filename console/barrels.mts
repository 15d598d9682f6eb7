import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** Where a package lists everything it has, one file each. */
const barrels = {
  '@mantine/core': 'esm/index.mjs',
  '@mantine/hooks': 'esm/index.mjs',
  '@tabler/icons-react': 'dist/esm/tabler-icons-react.mjs',
} as const;

const imports =
  /import\s*\{([^}]+)\}\s*from\s*["'](@mantine\/core|@mantine\/hooks|@tabler\/icons-react)["'];?/g;

/** The file a name comes from, and what the file calls it. */
interface Origin {
  readonly name: string;
  readonly file: string;
}

/**
 * Takes each component from its own file instead of from the list of its package. Through the list, the first page would
 * load whatever any page uses: the bundler puts all that the list leads to beside the first who reads it.
 */
export function withoutBarrels(): Plugin {
  const lists = new Map(Object.entries(barrels).map(([name, path]) => [name, originsIn(name, path)]));
  return {
    name: 'without-barrels',
    apply: 'build',
    transform: {
      filter: { id: /\.(m?js|tsx?)$/, code: /@mantine\/(core|hooks)|@tabler\/icons-react/ },
      handler: (code) => ({
        code: code.replaceAll(imports, (_all, names: string, from: string) => apart(names, lists.get(from))),
        map: null,
      }),
    },
  };
}

function originsIn(name: string, path: string): ReadonlyMap<string, Origin> {
  const list = join(packageRoot(name), path);
  const lines = readFileSync(list, 'utf8').matchAll(
    /(?:import|export) \{ ([^}]+) \} from ["'](\.[^"']+)["']/g,
  );
  return new Map(
    [...lines].flatMap(([, names = '', file = '']) =>
      names.split(', ').map((one): [string, Origin] => {
        const [inside = '', outside = inside] = one.split(' as ');
        return [outside, { name: inside, file: join(dirname(list), file) }];
      }),
    ),
  );
}

/** `exports` lets nobody ask for the package's folder, but its main file is somewhere inside. */
function packageRoot(name: string): string {
  const main = createRequire(join(process.cwd(), 'package.json')).resolve(name);
  return main.slice(0, main.lastIndexOf(name) + name.length);
}

function apart(names: string, origins: ReadonlyMap<string, Origin> | undefined): string {
  const wanted = names.split(',').map((one) => one.trim());
  return wanted
    .filter((one) => one !== '' && !one.startsWith('type '))
    .map((one) => {
      const [name = '', local = name] = one.split(' as ');
      const origin = origins?.get(name);
      if (origin === undefined) throw new Error(`No file is known for ${name}`);
      return `import { ${origin.name} as ${local} } from ${JSON.stringify(origin.file)};`;
    })
    .join('\n');
}
