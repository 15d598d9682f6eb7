import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { brandColors, contrast, grounds, rgbOf } from './brand-colors';

const tokens = readFileSync('console/src/look/tokens.css', 'utf8');

const anyColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

function between(one: string | undefined, other: string | undefined): number {
  return contrast(rgbOf(one ?? ''), rgbOf(other ?? ''));
}

describe('the colours of a brand', () => {
  it('are readable in both themes, whatever the colour', () => {
    fc.assert(
      fc.property(anyColor, (hex) => {
        const colors = brandColors(hex);
        for (const theme of ['light', 'dark'] as const) {
          const { [theme]: of } = colors;
          for (const ground of [...grounds[theme], of['--kunci-accent-tint'], of['--kunci-on-accent']])
            expect(between(of['--kunci-accent'], ground)).toBeGreaterThanOrEqual(4.5);
          expect(between(of['--kunci-on-accent'], of['--kunci-accent-hover'])).toBeGreaterThanOrEqual(4.5);
          expect(between(of['--kunci-door'], of['--kunci-door-ink'])).toBeGreaterThanOrEqual(4.5);
          for (const ground of grounds[theme])
            expect(between(of['--kunci-bar'], ground)).toBeGreaterThanOrEqual(3);
        }
      }),
    );
  });

  it('keep a colour that is readable as it is', () => {
    expect(brandColors('#0f4c5c').light['--kunci-accent']).toBe('#0f4c5c');
    expect(brandColors('#7cc4d4').dark['--kunci-accent']).toBe('#7cc4d4');
  });

  it('are named as the console names them, and stand on its grounds', () => {
    const [light = '', dark = ''] = tokens.split("[data-mantine-color-scheme='dark']");

    for (const name of Object.keys(brandColors('#0f4c5c').light)) expect(light).toContain(`${name}:`);
    for (const name of Object.keys(brandColors('#0f4c5c').dark)) expect(dark).toContain(`${name}:`);
    for (const ground of grounds.light) expect(light).toContain(`: ${ground};`);
    for (const ground of grounds.dark) expect(dark).toContain(`: ${ground};`);
  });
});
