'use strict';

/* The end of `npm run build:console`: refuses a first page that is too large, and packs the files. */

const path = require('node:path');
const { describeFirstPage, firstPage } = require('./first-page.cjs');
const { pack } = require('./pack.cjs');

const folder = path.resolve(__dirname, '../../dist/console');

try {
  console.log(describeFirstPage(firstPage(folder)));
  pack(folder);
} catch (fault) {
  console.error(fault.message);
  process.exitCode = 1;
}
