'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { criticalCss } = require('./critical-css.cjs');

const root = path.resolve(__dirname, '../..');
const source = path.join(root, 'console/src/front');
const languages = ['en', 'id'];

/**
 * Draws the page for signing in as HTML, with the styles that it needs, and lays it beside the console, where the server finds it:
 * `.front/front.json`, `{ script, css, html: { en: { open, closed }, … }, parts: { en: […], … } }`.
 *
 * @param folder where the console was built, with its manifest
 * @returns what a browser gets of it, but for a few lines of the page around it
 */
async function drawFront(folder) {
  const draw = await drawing();
  const html = {};
  for (const language of languages) html[language] = await bothWays(draw, language);
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8'));
  const all = languages.map((language) => html[language].open).join('');
  const styles = manifest['index.html'].css.map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
  const front = {
    script: scriptWithoutComments(),
    // With what the server puts in, and what the script of the page does.
    css: inPage(
      criticalCss(styles.join(''), `${all}<img class="kunci-wordmark"><div data-waiting id="root">`),
    ),
    html,
    parts: Object.fromEntries(languages.map((language) => [language, partsIn(manifest, language)])),
  };
  fs.mkdirSync(path.join(folder, '.front'), { recursive: true });
  fs.writeFileSync(path.join(folder, '.front/front.json'), JSON.stringify(front));
  return front.script + front.css + html.en.open;
}

/** A stylesheet names its fonts by where it lies itself, and a page lies elsewhere. */
function inPage(css) {
  return css.replaceAll(/url\((["']?)\.?\/?(?=[\w-]+\.woff2)/g, 'url($1/assets/');
}

async function bothWays(draw, language) {
  return { open: bare(await draw(language, true)), closed: bare(await draw(language, false)) };
}

/**
 * Title and preloads are the page's. Sent by itself, the form goes nowhere: what was typed must not end up in an address. The
 * stylesheet of the console comes later than these styles, and must not outrank them, as it does not otherwise.
 */
function bare(html) {
  return html
    .replace(/<title>.*?<\/title>|<link rel="preload"[^>]*>/gs, '')
    .replace('<form', '<form method="dialog"')
    .replace(/<style.*?<\/style>/gs, (style) => style.replaceAll(/:root\b/g, 'html:root'));
}

/** The console's own code, put together for Node. */
async function drawing() {
  const { build } = await import('vite');
  const outDir = path.join(root, 'dist/front');
  await build({
    root: path.join(root, 'console'),
    configFile: path.join(root, 'console/vite.config.mts'),
    logLevel: 'error',
    // The client of the API asks at once where it is; nothing is asked of it here.
    define: { 'window.location.origin': '""' },
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: path.join(source, 'draw.tsx'), outDir, emptyOutDir: true },
  });
  const { drawFront: draw } = await import(pathToFileURL(path.join(outDir, 'draw.mjs')).href);
  fs.rmSync(outDir, { recursive: true });
  return draw;
}

function scriptWithoutComments() {
  const lines = fs.readFileSync(path.join(source, 'early.js'), 'utf8').split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'))
    .join('\n');
}

/** What the page will load on demand, so that the browser can ask for all of it at once. */
function partsIn(manifest, language) {
  const seen = new Set();
  const collect = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const other of manifest[name].imports ?? []) collect(other);
  };
  collect('src/pages/sign-in/sign-in-page.tsx');
  const strings = Object.keys(manifest).find((name) => manifest[name].name === `front-strings-${language}`);
  if (strings === undefined)
    throw new Error(`The manifest names no strings of the front door in ${language}.`);
  collect(strings);
  return [...seen].filter((name) => !manifest[name].isEntry).map((name) => `/${manifest[name].file}`);
}

module.exports = { drawFront };
