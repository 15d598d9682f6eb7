'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { gzipSync } = require('node:zlib');
const { describeSizes, inKilobytes } = require('./sizes.cjs');

/** What someone waits for before they see anything. */
const maxBytes = 170_000;

/**
 * The JavaScript that a browser loads before it can show the first page: the entry and what it imports, directly or not, but
 * not what it imports later, on demand.
 *
 * @param folder that Vite has built with a manifest
 * @returns `[{file, bytes}]`, packed by gzip, the largest first
 * @throws where the manifest knows of no entry
 */
function firstPage(folder) {
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8'));
  const entries = Object.keys(manifest).filter((name) => manifest[name].isEntry);
  if (entries.length === 0) throw new Error(`The manifest in ${folder} has no entry.`);
  const seen = new Set();
  for (const entry of entries) collect(entry, manifest, seen);
  return [...new Set([...seen].map((name) => manifest[name].file))]
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, bytes: gzipSync(fs.readFileSync(path.join(folder, file))).length }))
    .sort((one, other) => other.bytes - one.bytes);
}

function collect(name, manifest, seen) {
  if (seen.has(name)) return;
  seen.add(name);
  for (const other of manifest[name].imports ?? []) collect(other, manifest, seen);
}

/**
 * Says how large the first page is.
 *
 * @param files what firstPage() returned
 * @throws with each file and its size where it is larger than 170 kB
 */
function describeFirstPage(files) {
  return describeSizes(files, {
    what: 'of JavaScript, packed',
    maxBytes,
    advice: ' Load the rest on demand.',
  });
}

/** Of the page for signing in, so that it is there within a second where the connection is bad. */
const maxFrontBytes = 40_000;

/**
 * Says how large the page for signing in is.
 *
 * @param html with its styles, as it is sent before packing
 * @throws where it is larger than 40 kB when it is packed
 */
function describeFront(html) {
  const bytes = gzipSync(html).length;
  const total = `The page for signing in has ${inKilobytes(bytes)}, packed`;
  if (bytes <= maxFrontBytes) return `${total}.`;
  throw new Error(`${total}; at most ${inKilobytes(maxFrontBytes)} may be.`);
}

module.exports = { describeFirstPage, describeFront, firstPage };
