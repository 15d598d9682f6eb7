import { keyLengths, type KeyFormat } from './key-format';

export interface KeyFace {
  /** The prefix and the first 4 random characters, such as `kunci_Ab3d` or `kunci_test_Ab3d`; null for `hex32`. */
  readonly start: string | null;
  /** The last 4 characters. */
  readonly last4: string;
}

/**
 * What lists may always show of a key. A `hex32` key shows its end only: it has no checksum, so every character
 * shown is 4 bits fewer to guess.
 *
 * @param text a key that `parseKey` accepts
 * @param format what `parseKey` said it is
 */
export function faceOf(text: string, format: KeyFormat): KeyFace {
  const last4 = text.slice(-shownCharacters);
  switch (format) {
    case 'prefixed': {
      const prefixLength = text.length - keyLengths.random - keyLengths.checksum;
      return { start: text.slice(0, prefixLength + shownCharacters), last4 };
    }
    case 'hex32':
      return { start: null, last4 };
  }
}

const shownCharacters = 4;
