import { randomBytes } from 'node:crypto';
import { randomBase62 } from './base62';
import { checksumOf } from './checksum';
import { type KeyEnvironment, keyLengths, type KeyFormat, startOfKey } from './key-format';

/**
 * Makes the text of a new key. The caller shows it once and stores only its digest.
 *
 * @param format `prefixed`: `<prefix>_`, or `<prefix>_test_` for tests, 32 random base62 characters (190 bits) and 6 of checksum;
 *   `hex32`: 32 random lower-case hex digits (128 bits), without prefix
 * @param prefix the platform's, for example `kunci`; the caller vouches that it is fit for an HTTP header
 * @param environment what the key is for; a `hex32` key, which has nothing to tell it by, is always live
 * @returns the key, which `parseKey` accepts with the same prefix
 */
export function generateKey(format: KeyFormat, prefix: string, environment: KeyEnvironment = 'live'): string {
  switch (format) {
    case 'prefixed':
      return withChecksum(startOfKey(prefix, environment) + randomBase62(keyLengths.random));
    case 'hex32':
      return randomBytes(keyLengths.hex32 / 2).toString('hex');
  }
}

function withChecksum(text: string): string {
  return text + checksumOf(text);
}
