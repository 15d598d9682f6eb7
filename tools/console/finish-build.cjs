'use strict';

/*
 * The end of `npm run build:console`: makes the addresses in the page absolute, refuses a first page that is too large, draws the page for signing in as HTML, and packs
 * the files.
 */

const fs = require('node:fs');
const path = require('node:path');
const { drawFront } = require('./draw-front.cjs');
const { describeFonts, firstFonts } = require('./first-fonts.cjs');
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
  makePageAbsolute();
  console.log(describeFirstPage(firstPage(folder)));
  console.log(describeFonts(firstFonts(folder)));
  console.log(describeFront(await drawFront(folder)));
  pack(folder);
}

/** A page that is opened at `/keys/1` would look for `./assets` beside that. The server adds the path that it is at, if there is one. */
function makePageAbsolute() {
  const page = path.join(folder, 'index.html');
  const html = fs.readFileSync(page, 'utf8');
  fs.writeFileSync(page, html.replaceAll(/(\s(?:href|src)=")\.\//g, '$1/'));
}
