'use strict';

/*
 * node tools/packages/build.cjs, in the folder of a package
 *
 * Builds it into `dist`: each entry that `exports` of its package.json names, as an ES module and as CommonJS, with its types.
 * What it imports is built in, so that nothing is left to install except its peers.
 */

const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const folder = process.cwd();
const dist = path.join(folder, 'dist');
const { exports: entries, peerDependencies = {} } = JSON.parse(fs.readFileSync('package.json', 'utf8'));

void main();

async function main() {
  fs.rmSync(dist, { recursive: true, force: true });
  await buildCode('es', 'mjs');
  await buildCode('cjs', 'cjs');
  await buildTypes();
}

async function buildCode(format, ending) {
  const { build } = await import('vite');
  const file = `[name].${ending}`;
  await build({
    configFile: false,
    root: folder,
    logLevel: 'warn',
    build: {
      outDir: dist,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      lib: { entry: sources(), formats: [format] },
      rolldownOptions: { external: isOutside, output: { entryFileNames: file, chunkFileNames: file } },
    },
  });
}

/** TypeScript takes a file of types for what its ending says, so there are two of each. */
async function buildTypes() {
  const [{ rolldown }, { dts }] = await Promise.all([import('rolldown'), import('rolldown-plugin-dts')]);
  const plugin = dts({ emitDtsOnly: true, tsconfig: path.join(root, 'tsconfig.packages.json') });
  const checks = { bundlerTimings: false, pluginTimings: false };
  const bundle = await rolldown({
    cwd: folder,
    input: sources(),
    external: isOutside,
    plugins: [plugin],
    checks,
  });
  const file = '[name].mjs';
  const { output } = await bundle.write({
    dir: dist,
    format: 'es',
    entryFileNames: file,
    chunkFileNames: file,
  });
  await bundle.close();
  for (const { fileName, code } of output) {
    const text = code.replaceAll(/(from "\.\/[^"]+)\.mjs"/g, '$1.cjs"');
    fs.writeFileSync(path.join(dist, fileName.replace(/\.mts$/, '.cts')), text);
  }
}

/** The source of each entry, by its name. */
function sources() {
  const names = Object.keys(entries).filter((name) => name !== './package.json');
  const sourceOf = (name) => [name, path.join(folder, `src/${name}.ts`)];
  return Object.fromEntries(names.map((name) => sourceOf(name === '.' ? 'index' : path.basename(name))));
}

/** What is there when the package runs: of Node, or a peer. */
function isOutside(id) {
  if (id.startsWith('node:')) return true;
  return Object.keys(peerDependencies).some((peer) => id === peer || id.startsWith(`${peer}/`));
}
