'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { describeSizes } = require('./sizes.cjs');

/** What a page may wait for before its letters stand as they are meant. */
const maxBytes = 80_000;

const letter = 'a'.codePointAt(0);

/**
 * The fonts that a page with nothing but common Latin letters may load: a browser asks for a font when the page has a character of
 * its range.
 *
 * @param folder that Vite has built
 * @returns `[{file, bytes}]`, as they are sent; what is in a woff2 is packed already
 * @throws where no style names one
 */
function firstFonts(folder) {
  const files = filesIn(folder);
  const styles = files.filter((file) => file.endsWith('.css')).map((file) => fs.readFileSync(file, 'utf8'));
  const faces = styles.flatMap((css) => css.match(/@font-face\s*\{[^}]*\}/g) ?? []).filter(hasLetters);
  const names = new Set(faces.flatMap((face) => face.match(/[^/"'()]+\.woff2/g) ?? []));
  const fonts = files.filter((file) => names.has(path.basename(file)));
  if (fonts.length === 0) throw new Error(`No style in ${folder} names a font.`);
  return fonts.map((file) => ({ file: path.basename(file), bytes: fs.statSync(file).size }));
}

/** A face without a range is loaded by every page. */
function hasLetters(face) {
  const range = /unicode-range:\s*([^;}]+)/i.exec(face)?.[1];
  return range === undefined || range.split(',').some((part) => covers(part.trim()));
}

/** `U+61`, `U+0-FF` or `U+??`. */
function covers(part) {
  const [from = '', to = from] = part.replace(/^U\+/i, '').split('-');
  return parseInt(from.replaceAll('?', '0'), 16) <= letter && letter <= parseInt(to.replaceAll('?', 'F'), 16);
}

function filesIn(folder) {
  return fs
    .readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, name))
    .filter((file) => fs.statSync(file).isFile());
}

/**
 * Says how large the fonts are.
 *
 * @param fonts what firstFonts() returned
 * @throws with each font and its size where together they are larger than 80 kB
 */
function describeFonts(fonts) {
  return describeSizes(fonts, { what: 'of fonts', maxBytes });
}

module.exports = { describeFonts, firstFonts };
