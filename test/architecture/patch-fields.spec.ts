import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { root, sourceFiles, type SourceFile } from './repository';
import { scratchTree } from './scratch-tree';

/*
 * A field that a PATCH accepts and its handler forgets is a 200 that changes nothing. So each handler has a map of the fields of
 * its schema, which the compiler checks: `satisfies PatchFields<…>`.
 */

/** The types of the bodies of `@Patch` routes, with the folder each is in. */
function patchBodies(files: readonly SourceFile[]): { type: string; folder: string }[] {
  return files.flatMap(({ file, text }) =>
    text
      .split(/(?=@(?:Get|Post|Put|Patch|Delete)\()/)
      .filter((route) => route.startsWith('@Patch('))
      .map((route) => ({
        type: /@Body\([^)]*\)\s*\w+: (\w+)/.exec(route)?.[1] ?? 'no type',
        folder: path.dirname(file).split('/').slice(0, 2).join('/'),
      })),
  );
}

/** The types of PATCH bodies whose fields nothing in their folder maps. */
function unmapped(files: readonly SourceFile[]): string[] {
  const isMapped = ({ type, folder }: { type: string; folder: string }): boolean =>
    files.some(
      ({ file, text }) => file.startsWith(`${folder}/`) && text.includes(`satisfies PatchFields<${type},`),
    );
  return patchBodies(files)
    .filter((body) => !isMapped(body))
    .map(({ type }) => type);
}

const aController = `
  @Patch(':id')
  @Requires('things:update')
  update(@Asking() principal: Principal, @Body({ schema: thingPatch }) patch: ThingPatch): Promise<Thing> {
    return this.things.update(principal, patch);
  }`;
const aMap =
  'const fields = { name: (name) => ({ name }) } satisfies PatchFields<ThingPatch, Partial<Thing>>;';
const controller = { file: 'src/things/things.controller.ts', text: aController };

describe('what a PATCH changes', () => {
  it('is mapped field by field, in the folder of each', () => {
    const files = sourceFiles('src');

    expect(patchBodies(files).length).toBeGreaterThanOrEqual(5);
    expect(unmapped(files)).toEqual([]);
  });

  it('is missed where there is no map, or only another one', () => {
    expect(unmapped([controller])).toEqual(['ThingPatch']);
    expect(unmapped([controller, { file: 'src/others/others.service.ts', text: aMap }])).toEqual([
      'ThingPatch',
    ]);
    expect(unmapped([controller, { file: 'src/things/things.service.ts', text: aMap }])).toEqual([]);
  });

  it('does not compile while a field of the schema is not in the map', () => {
    expect(compile('name: (name) => ({ name }), colour: (colour) => ({ colour })')).toBe('');
    expect(compile('name: (name) => ({ name })')).toMatch(
      /^src\/things\.ts.* error TS1360: .*'colour' is missing/s,
    );
  });
});

/** @returns what the compiler says of such a map for a patch with a name and a colour. */
function compile(fields: string): string {
  const file = 'src/platform/http/patch-fields.ts';
  const { directory, remove } = scratchTree({
    [file]: '',
    'src/things.ts': `
      import { type PatchFields } from './platform/http/patch-fields';
      interface Thing { readonly name: string; readonly colour: string | null }
      export const fields = { ${fields} } satisfies PatchFields<Partial<Thing>, Partial<Thing>>;`,
  });
  try {
    copyFileSync(path.join(root, file), path.join(directory, file));
    const tsc = path.join(root, 'node_modules/.bin/tsc');
    const args = [tsc, '-p', '.', '--types', 'node', '--incremental', 'false', '--tsBuildInfoFile', 'null'];
    return spawnSync(process.execPath, args, { cwd: directory, encoding: 'utf8' }).stdout;
  } finally {
    remove();
  }
}
