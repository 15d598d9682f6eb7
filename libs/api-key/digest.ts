import { createHmac } from 'node:crypto';

/**
 * What is stored of a key, and looked up. A fast hash is enough, since a key has 128 random bits or more; the pepper
 * makes a stolen database worthless by itself.
 *
 * @param text the whole key, read as UTF-8
 * @param pepper the HMAC key, kept outside the database; 32 random bytes, which the configuration checks
 * @returns 32 bytes, HMAC-SHA-256 (RFC 2104, FIPS 180-4)
 */
export function digestKey(text: string, pepper: Buffer): Buffer {
  return createHmac('sha256', pepper).update(text, 'utf8').digest();
}
