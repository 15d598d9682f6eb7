import { type Language, pageWords } from './page-words';

/** Where a page stands, and how it is read. */
export interface PagePlace {
  readonly language: Language;
  /** Whether the address says so, and links have to. */
  readonly chosen: boolean;
  /** What every address of this server begins with: `/kunci`, or nothing. */
  readonly base: string;
  /** Its own path, such as `/problems/revoked`. */
  readonly path: string;
}

/** A whole page: no script, nothing loaded, light and dark as the browser prefers. */
export function page(title: string, content: string, place: PagePlace): string {
  return [
    '<!DOCTYPE html>',
    `<html lang="${place.language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)} – Kunci</title><link rel="icon" href="data:,"><style>${style}</style></head>`,
    `<body>${frame(place)}<main>${content}</main></body></html>`,
  ].join('\n');
}

/** A link to another page of the reference in the same language. */
export function sameLanguage({ chosen, language }: PagePlace): string {
  return chosen ? `?lang=${language}` : '';
}

/** The bar on top of every page of the reference: where else to go, and the other language. */
export function frame(place: PagePlace): string {
  const { language, base, path } = place;
  const words = pageWords[language];
  const other: Language = language === 'en' ? 'id' : 'en';
  const same = sameLanguage(place);
  const links = [
    [`${base}/docs${same}`, words.documentation],
    [`${base}/problems${same}`, words.problems],
    [`${base}/openapi.json`, words.contract],
    [`${base}/`, words.console],
  ].map(([href = '', text = '']) => `<a href="${href}">${text}</a>`);
  const switched = `<a href="${base}${path}?lang=${other}" lang="${other}" hreflang="${other}">${words.other}</a>`;
  return `<nav class="kunci-frame">${[...links, switched].join('')}</nav>`;
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Of the bar, which stands on the page of the API documentation, too. */
export const frameStyle = `
.kunci-frame{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.25rem 1rem;border-bottom:1px solid #8886;background:#fff;font:1rem/1.5 system-ui,sans-serif}
.kunci-frame a{display:inline-block;padding:.6rem 0;color:#0b5cad}
.kunci-frame a:last-child{margin-left:auto}
@media (prefers-color-scheme:dark){.kunci-frame{background:#15181c}.kunci-frame a{color:#8cc4ff}}
`;

const style = `${frameStyle}
:root{color-scheme:light dark}
body{margin:0;background:#fff;color:#1a1d21;font:1rem/1.6 system-ui,sans-serif}
main{max-width:44rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem;line-height:1.25;overflow-wrap:anywhere}
h2{font-size:1.15rem;margin:1.75rem 0 .25rem}
.lead{font-size:1.15rem}
p{margin:.5rem 0}
code{font:.95em ui-monospace,monospace;overflow-wrap:anywhere}
a{color:#0b5cad}
ul{padding-left:1.25rem}
li,dt{margin-top:.75rem}
dd{margin:0}
@media (prefers-color-scheme:dark){body{background:#15181c;color:#e6e8eb}a{color:#8cc4ff}}
`;
