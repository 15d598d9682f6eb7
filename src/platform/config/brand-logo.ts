import { readFileSync } from 'node:fs';
import { type BrandLogo } from './config';

const maxBytes = 64 * 1024;

/** Adds what is wrong with the logo, in a sentence that begins with the name of the setting, to `faults`. */
export function readLogo(file: string | undefined, faults: string[]): BrandLogo | null {
  if (file === undefined) return null;
  const logo = logoIn(file);
  if (typeof logo !== 'string') return logo;
  faults.push(`BRAND_LOGO_FILE ${logo}`);
  return null;
}

function logoIn(file: string): BrandLogo | string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    return `cannot be read: ${reason}; correct the path, or the rights to the file`;
  }
  if (bytes.length > maxBytes) return `names a file of more than ${maxBytes / 1024} KiB`;
  if (bytes.subarray(0, 8).equals(pngSignature)) return pngIn(bytes);
  const root = /<svg\b[^>]*>/.exec(bytes.toString('utf8'))?.[0];
  return root === undefined ? 'names a file that is neither SVG nor PNG' : svgOf(bytes, root);
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The first chunk of a PNG says how large it is. */
function pngIn(bytes: Buffer): BrandLogo | string {
  if (bytes.length < 24) return 'names a PNG that is not whole';
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return width > 0 && height > 0
    ? { type: 'image/png', bytes, width, height }
    : 'names a PNG that is not whole';
}

function svgOf(bytes: Buffer, root: string): BrandLogo | string {
  const attribute = (name: string): string | undefined =>
    new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(root)?.[1];
  const box = attribute('viewBox')
    ?.trim()
    .split(/[\s,]+/);
  const [width, height] = [box?.[2] ?? attribute('width'), box?.[3] ?? attribute('height')].map((text) =>
    parseFloat(text ?? ''),
  );
  // A browser that is not told how wide it is for its height would draw it as it likes.
  return width !== undefined && height !== undefined && width > 0 && height > 0
    ? { type: 'image/svg+xml', bytes, width, height }
    : 'names an SVG without a viewBox, or a width and a height';
}
