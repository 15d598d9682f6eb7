'use strict';

/*
 * The end of `npm run build:console`: refuses a first page that is too large, draws the page for signing in as HTML, and packs
 * the files.
 */

const path = require('node:path');
const { drawFront } = require('./draw-front.cjs');
const { describeFirstPage, describeFront, firstPage } = require('./first-page.cjs');
const { pack } = require('./pack.cjs');

const folder = path.resolve(__dirname, '../../dist/console');

main().then(
  // React keeps a channel open for rendering that nobody waits for.
  () => process.exit(),
  (fault) => {
    console.error(fault.message);
    process.exit(1);
  },
);

async function main() {
  console.log(describeFirstPage(firstPage(folder)));
  console.log(describeFront(await drawFront(folder)));
  pack(folder);
}
