import { hash } from 'node:crypto';

/**
 * A short name for a key while it is in memory, so that what is remembered about keys does not hold their texts. It is
 * quick to make and has no secret in it: never store it.
 *
 * @param text the whole key, read as UTF-8
 * @returns 44 characters, SHA-256 (FIPS 180-4) in base64
 */
export function fingerprintOf(text: string): string {
  return hash('sha256', text, 'base64');
}
