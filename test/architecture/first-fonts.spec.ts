import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface FirstFonts {
  firstFonts(folder: string): { file: string; bytes: number }[];
  describeFonts(fonts: { file: string; bytes: number }[]): string;
}

const { describeFonts, firstFonts } = jest.requireActual<FirstFonts>('../../tools/console/first-fonts.cjs');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kunci-first-fonts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const face = (file: string, range: string): string =>
  `@font-face{font-family:A;src:url(./${file})format("woff2")${range && `;unicode-range:${range}`}}`;

function built(faces: readonly string[], sizes: Record<string, number>): void {
  writeFileSync(path.join(folder, 'index.css'), faces.join(''));
  for (const [file, bytes] of Object.entries(sizes))
    writeFileSync(path.join(folder, file), Buffer.alloc(bytes));
}

describe('the fonts of the first page', () => {
  it('are those with the common letters, and not those for rarer ones', () => {
    built([face('latin.woff2', 'U+??,U+131'), face('rare.woff2', 'U+100-2BA'), face('any.woff2', '')], {
      'latin.woff2': 30_000,
      'rare.woff2': 90_000,
      'any.woff2': 40_000,
    });

    expect(describeFonts(firstFonts(folder))).toBe('The first page loads 70.0 kB of fonts.');
  });

  it('are refused above 80 kB, each with its size', () => {
    built([face('latin.woff2', 'U+0-FF'), face('mono.woff2', 'U+61')], {
      'latin.woff2': 50_000,
      'mono.woff2': 31_000,
    });

    expect(() => describeFonts(firstFonts(folder))).toThrow(/at most 80\.0 kB[^]*31\.0 kB {2}mono\.woff2/);
  });

  it('are not taken for none where no style names one', () => {
    expect(() => firstFonts(folder)).toThrow('names a font');
  });
});
