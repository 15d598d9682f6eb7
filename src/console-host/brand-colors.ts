/** The colours of a theme that follow the operator's, by the names of console/src/look/tokens.css. */
export type BrandColors = Readonly<Record<`--kunci-${string}`, string>>;

type Rgb = readonly [number, number, number];

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
const ink: Rgb = [27, 26, 23];
/** WCAG 2.2 AA: of text, and of what is drawn. */
const [leastOfText, leastOfMarks] = [4.5, 3];

/** What text in the accent may stand on: paper, surface and sunken, as in console/src/look/tokens.css. */
export const grounds = {
  light: ['#fbfaf8', '#ffffff', '#f3f1ec'],
  dark: ['#101214', '#171a1d', '#1c2024'],
} as const;

/**
 * The accents of both themes. A colour that is readable stays as it is; any other is mixed with black or white until text in
 * it, text on it, and marks have the contrast that WCAG asks for, so that no colour makes a page hard to read.
 *
 * @param hex `#rrggbb`
 */
export function brandColors(hex: string): { readonly light: BrandColors; readonly dark: BrandColors } {
  return { light: lightColors(rgbOf(hex)), dark: darkColors(rgbOf(hex)) };
}

function lightColors(brand: Rgb): BrandColors {
  const papers = grounds.light.map(rgbOf);
  const tint = mixed(brand, white, 0.9);
  const accent = readable(brand, black, [...papers, tint], leastOfText);
  const bar = readable(mixed(accent, white, 0.25), black, papers, leastOfMarks);
  return named({
    accent,
    'accent-hover': mixed(accent, black, 0.2),
    'accent-tint': tint,
    'on-accent': white,
    bar,
    ...doorOf(brand),
    'door-accent': mixed(brand, white, 0.45),
    'door-tint': tint,
    'door-bar': bar,
  });
}

function darkColors(brand: Rgb): BrandColors {
  const papers = grounds.dark.map(rgbOf);
  const tint = mixed(brand, rgbOf('#171a1d'), 0.82);
  const accent = readable(brand, white, [...papers, tint], leastOfText);
  return named({
    accent,
    'accent-hover': mixed(accent, white, 0.25),
    'accent-tint': tint,
    'on-accent': readable(mixed(brand, black, 0.75), black, [accent], leastOfText),
    bar: readable(mixed(accent, rgbOf('#171a1d'), 0.25), white, papers, leastOfMarks),
    door: mixed(readable(brand, black, [white], leastOfText), black, 0.45),
    'door-ink': white,
  });
}

/** A pale colour is kept, and what is written on it is dark. */
function doorOf(brand: Rgb): Readonly<Record<'door' | 'door-ink', Rgb>> {
  const isPale = contrast(brand, ink) >= 7;
  return {
    door: isPale ? brand : readable(brand, black, [white], leastOfText),
    'door-ink': isPale ? ink : white,
  };
}

/** The colour, mixed with `towards` as little as gives it this contrast to each of what it stands on. */
function readable(color: Rgb, towards: Rgb, on: readonly Rgb[], least: number): Rgb {
  for (let share = 0; share < 1; share += 0.02) {
    const candidate = mixed(color, towards, share);
    if (on.every((ground) => contrast(candidate, ground) >= least)) return candidate;
  }
  return towards;
}

/** From 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: Rgb, other: Rgb): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function rgbOf(hex: string): Rgb {
  const part = (at: number): number => parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function mixed(color: Rgb, other: Rgb, share: number): Rgb {
  const part = (at: 0 | 1 | 2): number => Math.round(color[at] * (1 - share) + other[at] * share);
  return [part(0), part(1), part(2)];
}

function named(colors: Readonly<Record<string, Rgb>>): BrandColors {
  return Object.fromEntries(
    Object.entries(colors).map(([name, color]) => [
      `--kunci-${name}`,
      `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`,
    ]),
  );
}
