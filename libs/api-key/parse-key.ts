import { isBase62 } from './base62';
import { checksumOf } from './checksum';
import { type KeyEnvironment, keyLengths, type KeyFormat, startOfKey } from './key-format';

export interface ParsedKey {
  readonly format: KeyFormat;
  readonly environment: KeyEnvironment;
}

/**
 * Tells by its spelling alone whether a text can be a key, so that junk costs neither a digest nor a query. A text of
 * the wrong length is refused before one character is read. Never throws.
 *
 * @param text as presented; nothing is trimmed or folded
 * @param prefix the platform's, as given to `generateKey`
 * @returns the format and the environment, or null for everything that `generateKey` cannot have made
 */
export function parseKey(text: string, prefix: string): ParsedKey | null {
  // No prefix makes two as long as each other: a prefixed key has at least 39 characters, and one for tests five more.
  switch (text.length) {
    case keyLengths.hex32:
      return isLowerHex(text) ? { format: 'hex32', environment: 'live' } : null;
    case prefixedLength(prefix, 'live'):
      return parsePrefixed(text, prefix, 'live');
    case prefixedLength(prefix, 'test'):
      return parsePrefixed(text, prefix, 'test');
    default:
      return null;
  }
}

/**
 * Whether a text is as long as keys are, which costs nothing to tell.
 *
 * @param text as presented
 * @param prefix the platform's, as given to `generateKey`
 */
export function hasLengthOfKey(text: string, prefix: string): boolean {
  const { length } = text;
  if (length === keyLengths.hex32) return true;
  return length === prefixedLength(prefix, 'live') || length === prefixedLength(prefix, 'test');
}

function prefixedLength(prefix: string, environment: KeyEnvironment): number {
  return startOfKey(prefix, environment).length + keyLengths.random + keyLengths.checksum;
}

function parsePrefixed(text: string, prefix: string, environment: KeyEnvironment): ParsedKey | null {
  return isPrefixedKey(text, startOfKey(prefix, environment)) ? { format: 'prefixed', environment } : null;
}

function isLowerHex(text: string): boolean {
  return !/[^0-9a-f]/.test(text);
}

function isPrefixedKey(text: string, start: string): boolean {
  if (!text.startsWith(start) || !isBase62(text.slice(start.length))) return false;
  // Compared without constant time: the checksum follows from the rest of the text, which the asker has.
  return checksumOf(text.slice(0, -keyLengths.checksum)) === text.slice(-keyLengths.checksum);
}
