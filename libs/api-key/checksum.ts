import { crc32 } from 'node:zlib';
import { toBase62 } from './base62';
import { keyLengths } from './key-format';

/**
 * The end of a `prefixed` key: it tells a mistyped or invented key from a real one without a look into the database.
 * It is no secret and proves no authenticity; the digest does that.
 *
 * @param text everything that stands before the checksum, read as UTF-8
 * @returns 6 base62 characters of the CRC-32 of the text (ISO 3309, as in gzip), most significant first
 */
export function checksumOf(text: string): string {
  return toBase62(crc32(text), keyLengths.checksum);
}
