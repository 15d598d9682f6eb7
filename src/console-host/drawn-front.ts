import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type BrandConfig, type Config } from '../platform/config';
import { escaped, isWordmark, logoAddress, pageBelow } from './branded-page';

/** What tools/console/draw-front.cjs lays beside the console. */
interface DrawnParts {
  readonly script: string;
  readonly css: string;
  readonly html: Readonly<Record<FrontLanguage, Readonly<Record<'open' | 'closed', string>>>>;
  /** Addresses of scripts that the page would ask for one after the other. */
  readonly parts: Readonly<Record<FrontLanguage, readonly string[]>>;
}

export type FrontLanguage = 'en' | 'id';

/** The page for signing in, whole and packed. */
export interface DrawnPage {
  readonly plain: string;
  readonly gzip: Buffer;
  readonly br: Buffer;
}

export interface DrawnFront {
  readonly pages: Readonly<Record<FrontLanguage, DrawnPage>>;
  /** What the content policy allows to run although it stands in the page: `'sha256-…'`. */
  readonly scriptHash: string;
}

/**
 * The page for signing in, drawn before any script has come: a form with its styles, and then what loads the console. Made once,
 * for the brand and the sign-up of this server do not change.
 *
 * @param page the page of the console, branded
 * @returns null where the console was built without
 */
export function drawnFront(page: string, { consoleDir, brand, signUp, http }: Config): DrawnFront | null {
  const file = join(consoleDir, '.front/front.json');
  if (!existsSync(file)) return null;
  // A cast: our own build has made it.
  const drawn = JSON.parse(readFileSync(file, 'utf8')) as DrawnParts;
  const pageIn = (language: FrontLanguage): DrawnPage =>
    packed(
      pageBelow(
        http.basePath,
        pageOf(page, { ...drawn, language, form: filled(drawn.html[language][signUp], brand) }),
      ),
    );
  const hash = createHash('sha256').update(drawn.script).digest('base64');
  return { pages: { en: pageIn('en'), id: pageIn('id') }, scriptHash: `'sha256-${hash}'` };
}

interface FrontParts extends DrawnParts {
  readonly language: FrontLanguage;
  readonly form: string;
}

/** What holds up or competes with the first paint goes behind the form, in the order in which it is needed. */
function pageOf(page: string, { language, form, css, script, parts }: FrontParts): string {
  const later =
    /\s*<(?:link rel="(?:stylesheet|modulepreload|preload)"[^>]*>|script type="module"[^>]*><\/script>)/g;
  const moved = [...page.matchAll(later)].map(([tag]) => tag.trim());
  const asked = parts[language].map((file) => `<link rel="modulepreload" crossorigin href="${file}">`);
  const early = `<script>${script}</script><style>${css}#front~#root{display:none}</style>`;
  // The brand's style stays behind ours, which it outranks anyway.
  return page
    .replaceAll(later, '')
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replace(/(?=<title>)/, () => early)
    .replace('<div id="root">', () =>
      [`<div id="front">${form}</div>`, ...new Set([...moved, ...asked]), '<div id="root">'].join('\n'),
    );
}

/** Puts the brand where the drawing has characters that nobody's name has: console/src/look/brand.ts. */
function filled(form: string, { name, logo }: BrandConfig): string {
  const src = logo === null ? '/favicon.svg' : logoAddress(logo);
  const header =
    logo !== null && isWordmark(logo)
      ? `<header><img src="${src}" alt="${escaped(name)}" class="kunci-wordmark" width="${logo.width}" height="${logo.height}"/></header>`
      : '$&';
  return form
    .replace(/<header>.*?<\/header>/s, (found) => (header === '$&' ? found : header))
    .replaceAll('\uE000logo\uE000', () => src)
    .replaceAll('\uE000brand\uE000', () => escaped(name));
}

function packed(plain: string): DrawnPage {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 8 };
  return { plain, gzip: gzipSync(plain, { level: 9 }), br: brotliCompressSync(plain, { params }) };
}
