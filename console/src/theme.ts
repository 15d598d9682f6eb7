/** Mantine in the console's own colours, sizes and shapes. The colours themselves stand in look/tokens.css, for light and dark. */
import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** A colour that means something, and the one that stands on it. */
type Tone = 'accent' | 'danger' | 'warning' | 'good' | 'neutral';

/** What the pages call a colour. There is one accent, so what they call blue is that. */
const tones: Readonly<Record<string, Tone>> = {
  accent: 'accent',
  blue: 'accent',
  red: 'danger',
  orange: 'warning',
  yellow: 'warning',
  green: 'good',
  teal: 'good',
  gray: 'neutral',
};

const toneColors: VariantColorsResolver = (input) => {
  const tone = tones[input.color ?? 'accent'];
  if (tone === undefined) return defaultVariantColorsResolver(input);
  const color = `var(--kunci-${tone})`;
  const tint = `var(--kunci-${tone}-tint)`;
  const frame = `1px solid color-mix(in srgb, ${color} 35%, transparent)`;
  const noFrame = '1px solid transparent';
  switch (input.variant) {
    case 'filled':
      return {
        background: color,
        hover: `var(--kunci-${tone}-hover)`,
        color: `var(--kunci-on-${tone})`,
        border: noFrame,
      };
    case 'light':
      return { background: tint, hover: tint, color, border: noFrame };
    case 'outline':
      return { background: 'var(--kunci-surface)', hover: tint, color, border: frame };
    case 'subtle':
      return { background: 'transparent', hover: 'var(--kunci-sunken)', color, border: noFrame };
    default:
      return defaultVariantColorsResolver(input);
  }
};

/** From the lightest to the darkest, where Mantine's own styles ask for a neutral by its number. */
const warmGrays: MantineColorsTuple = [
  ...(['#f7f5f1', '#f3f1ec', '#ece9e2', '#e6e2da', '#8a857b'] as const),
  ...(['#8a857b', '#6b665c', '#57534a', '#3a362f', '#1b1a17'] as const),
];
const darkGrounds: MantineColorsTuple = [
  ...(['#f2f0ec', '#bdb9b0', '#9c978d', '#6c7278', '#2b3035'] as const),
  ...(['#1c2024', '#171a1d', '#101214', '#0c0e10', '#08090a'] as const),
];
const accents: MantineColorsTuple = [
  ...(['#e3eef0', '#c9dee3', '#a3c8d1', '#7cc4d4', '#4e9fb1'] as const),
  ...(['#2f7a8c', '#1c6274', '#0f4c5c', '#0a3b48', '#06262e'] as const),
];

const sans = "'Geist', 'Geist Fallback', system-ui, sans-serif";
const mono = "'Geist Mono', 'Geist Mono Fallback', ui-monospace, monospace";

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver: toneColors,
  colors: { accent: accents, gray: warmGrays, dark: darkGrounds },
  black: '#1b1a17',
  // Who asked their system for less motion gets none: lists unfold at once, too.
  respectReducedMotion: true,
  fontFamily: sans,
  fontFamilyMonospace: mono,
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.4286', lg: '1.5', xl: '1.4' },
  fontWeights: { regular: '400', medium: '550', bold: '600' },
  headings: {
    fontFamily: sans,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '28px', lineHeight: '36px' },
      h2: { fontSize: '24px', lineHeight: '32px' },
      h3: { fontSize: '20px', lineHeight: '28px' },
      h4: { fontSize: '16px', lineHeight: '24px' },
      h5: { fontSize: '14px', lineHeight: '20px' },
      h6: { fontSize: '13px', lineHeight: '20px' },
    },
  },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '24px' },
  // Growing with the object: a mark, a control, a card, a dialog.
  radius: { xs: '5px', sm: '8px', md: '12px', lg: '14px', xl: '32px' },
  defaultRadius: 'sm',
  shadows: {
    xs: 'none',
    sm: 'var(--kunci-shadow)',
    md: 'var(--kunci-shadow)',
    lg: 'var(--kunci-shadow)',
    xl: 'var(--kunci-shadow)',
  },
  components: {
    Paper: { defaultProps: { radius: 'md' } },
    Anchor: { defaultProps: { underline: 'always' } },
    Loader: { defaultProps: { size: 'sm' } },
  },
});

/** Mantine's own names for the console's colours. The values change with the theme by themselves. */
const asMantineCallsThem = {
  '--mantine-color-body': 'var(--kunci-paper)',
  '--mantine-color-text': 'var(--kunci-ink)',
  '--mantine-color-bright': 'var(--kunci-ink)',
  '--mantine-color-dimmed': 'var(--kunci-ink-2)',
  '--mantine-color-placeholder': 'var(--kunci-ink-3)',
  '--mantine-color-anchor': 'var(--kunci-accent)',
  '--mantine-color-error': 'var(--kunci-danger)',
  '--mantine-color-default': 'var(--kunci-surface)',
  '--mantine-color-default-hover': 'var(--kunci-sunken)',
  '--mantine-color-default-color': 'var(--kunci-ink)',
  '--mantine-color-default-border': 'var(--kunci-line)',
  '--mantine-color-disabled': 'var(--kunci-sunken)',
  '--mantine-color-disabled-color': 'var(--kunci-ink-3)',
  '--mantine-color-disabled-border': 'var(--kunci-line)',
  '--mantine-color-accent-filled': 'var(--kunci-accent)',
  '--mantine-color-accent-filled-hover': 'var(--kunci-accent-hover)',
  '--mantine-color-accent-light': 'var(--kunci-accent-tint)',
  '--mantine-color-accent-light-hover': 'var(--kunci-accent-tint)',
  '--mantine-color-accent-light-color': 'var(--kunci-accent)',
  '--mantine-color-accent-outline': 'var(--kunci-accent)',
  '--mantine-color-accent-text': 'var(--kunci-accent)',
  '--mantine-primary-color-contrast': 'var(--kunci-on-accent)',
};

/** Each tone by the name of its colour, where a part takes the colour and nothing else: a text, a tick, a bar. */
const tonesByName = Object.fromEntries(
  Object.entries(tones).flatMap(([name, tone]) =>
    ['text', 'filled', 'outline', 'light-color'].map((use) => [
      `--mantine-color-${name}-${use}`,
      `var(--kunci-${tone})`,
    ]),
  ),
);

const variables = { ...tonesByName, ...asMantineCallsThem };

export const themeVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variables,
  dark: variables,
});
