import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Manifest {
  readonly exports: Readonly<Record<string, { readonly require?: { readonly types: string } }>>;
  readonly typesVersions: { readonly '*': Readonly<Record<string, readonly string[]>> };
}

/** A cast: it is our own file. */
const manifest = JSON.parse(readFileSync(path.join(__dirname, '../package.json'), 'utf8')) as Manifest;

it('TypeScript finds each entry where it reads no `exports`, as with `moduleResolution: node10`', () => {
  const entries = Object.entries(manifest.exports).flatMap(([name, { require }]) =>
    name === '.' || require === undefined ? [] : [[name.slice('./'.length), [require.types]]],
  );

  expect(manifest.typesVersions['*']).toEqual(Object.fromEntries(entries));
});
