'use strict';

/*
 * npm run sdk
 *
 * Makes what libs/sdk says of the API from docs/openapi.json: its types, the schemas of what it is sent, and which operations can
 * be repeated. To have it made elsewhere, or from another document: node tools/sdk/generate.cjs FOLDER DOCUMENT
 */

const fs = require('node:fs');
const path = require('node:path');
const prettier = require('prettier');
const { zodSource } = require('./zod-source.cjs');

const root = path.resolve(__dirname, '../..');
const notice = '// Made from docs/openapi.json by `npm run sdk`. Do not edit.\n\n';

void generate(...process.argv.slice(2));

async function generate(folder = path.join(root, 'libs/sdk'), file = path.join(root, 'docs/openapi.json')) {
  const document = JSON.parse(fs.readFileSync(file, 'utf8'));
  await write(path.join(folder, 'openapi.d.ts'), await types(document));
  await write(path.join(folder, 'schemas.ts'), zodSource(document));
  await write(path.join(folder, 'idempotent-posts.ts'), idempotentPosts(document));
}

async function types(document) {
  const { default: openapiTs, astToString } = await import('openapi-typescript');
  // A client may leave out what the server fills in.
  return astToString(await openapiTs(document, { defaultNonNullable: false }));
}

function idempotentPosts({ paths }) {
  const takesKey = ({ parameters = [] }) => parameters.some(({ name }) => name === 'Idempotency-Key');
  const names = Object.keys(paths).filter((name) => paths[name].post && takesKey(paths[name].post));
  const comment =
    '/** The paths whose POST takes an `Idempotency-Key`: sent twice with the same, it is carried out once. */';
  return `${comment}\nexport const idempotentPosts: ReadonlySet<string> = new Set(${JSON.stringify(names)});\n`;
}

async function write(file, source) {
  const style = await prettier.resolveConfig(path.join(root, 'package.json'));
  fs.writeFileSync(file, notice + (await prettier.format(source, { ...style, parser: 'typescript' })));
}
