/** Colours that pass WCAG 2.2 AA in light and dark; the ones that Mantine ships with do not. */
import {
  createTheme,
  DEFAULT_THEME as D,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';
const tail = (c: readonly string[], s6: string, s7: string, s8: string, s9: string) =>
  [...c.slice(0, 6), s6, s7, s8, s9] as unknown as MantineColorsTuple;
export const a11yTheme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  // Who asked their system for less motion gets none: lists unfold at once, too.
  respectReducedMotion: true,
  luminanceThreshold: 0.3,
  colors: {
    green: tail(D.colors.green, '#2b8a3e', '#237032', '#1b5e28', '#144a1f'),
    teal: tail(D.colors.teal, '#087f5b', '#066a4c', '#05563e', '#044430'),
    yellow: tail(D.colors.yellow, '#a15c00', '#8a4f00', '#734200', '#5c3500'),
    orange: tail(D.colors.orange, '#b8430a', '#9c3908', '#802f07', '#662505'),
    red: tail(D.colors.red, '#d42a2a', '#c92a2a', '#b02525', '#8f1d1d'),
    gray: tail(D.colors.gray, '#6b737b', '#5c636a', '#495057', '#212529'),
  },
  components: { Anchor: { defaultProps: { underline: 'always' } } },
});
export const a11yVars: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#495057',
    '--mantine-color-placeholder': '#5c636a',
    '--mantine-color-error': '#b02525',
    '--mantine-color-anchor': '#1864ab',
  },
  dark: {
    '--mantine-color-dimmed': '#c9c9c9',
    '--mantine-color-placeholder': '#b8b8b8',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-anchor': '#74c0fc',
  },
});
