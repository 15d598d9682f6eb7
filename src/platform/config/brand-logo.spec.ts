import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLogo } from './brand-logo';

let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'kunci-logo-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function read(content: string | Buffer) {
  const file = join(folder, 'logo');
  writeFileSync(file, content);
  const faults: string[] = [];
  return { logo: readLogo(file, faults), faults };
}

/** The beginning of a PNG of this size, which is all that is looked at. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.from('89504e470d0a1a0a0000000d4948445200000000000000000806', 'hex');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe('the logo of the operator', () => {
  it.each([
    ['<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"/>', 120, 40],
    ["<svg width='32px' height='32px'></svg>", 32, 32],
    ['<svg width="500" height="500" viewBox="0,0,24,12"></svg>', 24, 12],
  ])('may be an SVG: %s', (text, width, height) => {
    expect(read(text)).toMatchObject({ logo: { type: 'image/svg+xml', width, height }, faults: [] });
  });

  it('may be a PNG', () => {
    expect(read(png(64, 48))).toMatchObject({ logo: { type: 'image/png', width: 64, height: 48 } });
  });

  it.each([
    ['GIF89a', 'names a file that is neither SVG nor PNG'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'names an SVG without a viewBox, or a width and a height'],
    ['<svg viewBox="0 0 0 0"/>', 'names an SVG without a viewBox, or a width and a height'],
    [png(0, 10), 'names a PNG that is not whole'],
    [png(1, 1).subarray(0, 12), 'names a PNG that is not whole'],
    ['x'.repeat(64 * 1024 + 1), 'names a file of more than 64 KiB'],
  ])('is nothing else (case %#)', (content, fault) => {
    expect(read(content)).toEqual({ logo: null, faults: [`BRAND_LOGO_FILE ${fault}`] });
  });

  it('has to be there', () => {
    const faults: string[] = [];

    expect(readLogo(join(folder, 'nowhere.svg'), faults)).toBeNull();
    expect(faults).toEqual([
      'BRAND_LOGO_FILE cannot be read: ENOENT; correct the path, or the rights to the file',
    ]);
  });
});
