'use strict';

/*
 * node zapier-process.cjs FOLDER
 *
 * Runs the Zapier app of a folder as Zapier does, and answers what the parent process asks: `{id, method, bundle}` runs one step,
 * `{id, part}` shows a part of the app, `{id}` validates it.
 */

const { createRequire } = require('node:module');
const path = require('node:path');

const [, , folder] = process.argv;
const { createAppHandler, createAppTester } = createRequire(path.join(folder, 'index.js'))(
  'zapier-platform-core',
);
const app = require(folder);
const run = createAppTester(app);

process.on('message', ({ id, method, bundle, part }) => {
  answer({ method, bundle, part }).then(
    (result) => process.send({ id, result }),
    ({ name, message }) => process.send({ id, error: { name, message } }),
  );
});
process.send({ id: 'ready' });

async function answer({ method, bundle, part }) {
  if (part !== undefined) return partAt(part);
  return method === undefined ? validate() : run(partAt(method), bundle);
}

/** As `zapier validate` does it. */
async function validate() {
  const { results } = await createAppHandler(app)({ command: 'validate' });
  return results;
}

function partAt(names) {
  return names.split('.').reduce((part, name) => part[name], app);
}
