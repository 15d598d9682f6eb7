import { createHash } from 'node:crypto';
import { type BrandConfig, type BrandLogo } from '../platform/config';
import { brandColors, type BrandColors } from './brand-colors';

/** What Vite builds, and the development server shows. */
const ours = 'Kunci';
const ourIcon = '<link rel="icon" href="/favicon.svg" type="image/svg+xml" />';

/**
 * The page of the console with the operator's name, logo and colours. The console reads name and logo from a `meta` element
 * (console/src/look/brand.ts); the colours are its own variables once more, and outrank those of its stylesheet.
 */
export function brandedPage(page: string, brand: BrandConfig): string {
  const { name, logo, color } = brand;
  if (name === ours && logo === null && color === null) return page;
  const icon = logo === null || isWordmark(logo) ? ourIcon : iconOf(logo);
  return page
    .replace(`<title>${ours}</title>`, () => `<title>${escaped(name)}</title>`)
    .replace(ourIcon, () => icon)
    .replace('</head>', () => `${metaOf(brand)}${styleOf(color)}</head>`);
}

/**
 * The page for a server whose addresses begin with a path. It was built for the root of a host: what it loads from this server gets
 * the path, and the console learns of it from a `meta` element (console/src/api/base-path.ts).
 */
export function pageBelow(basePath: string, page: string): string {
  if (basePath === '') return page;
  return page
    .replaceAll(/(\s(?:href|src|data-logo)="|url\(["']?)(?=\/(?!\/))/g, `$1${basePath}`)
    .replace('</head>', `<meta name="kunci-base" content="${basePath}" /></head>`);
}

/** Named by its content, so that a browser may keep it and still sees another one at once. */
export function logoAddress({ bytes, type }: BrandLogo): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return `/brand/${hash}.${type === 'image/png' ? 'png' : 'svg'}`;
}

/** One that spells the name stands alone, and is too wide for an icon. */
export function isWordmark({ width, height }: BrandLogo): boolean {
  return width > 2 * height;
}

function iconOf(logo: BrandLogo): string {
  return `<link rel="icon" href="${logoAddress(logo)}" type="${logo.type}" />`;
}

function metaOf({ name, logo }: BrandConfig): string {
  const picture =
    logo === null
      ? ''
      : ` data-logo="${logoAddress(logo)}" data-width="${logo.width}" data-height="${logo.height}"`;
  return `<meta name="kunci-brand" content="${escaped(name)}"${picture} />`;
}

function styleOf(color: string | null): string {
  if (color === null) return '';
  const { light, dark } = brandColors(color);
  // With one more element in it than in the stylesheet, each selector outranks its own there, wherever that stands.
  const themes = [
    `html:root{${listOf(light)}}`,
    `html:root[data-mantine-color-scheme='dark']{${listOf(dark)}}`,
  ];
  return `<style>${themes.join('')}</style>`;
}

function listOf(colors: BrandColors): string {
  return Object.entries(colors)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
