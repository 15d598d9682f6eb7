import { hash } from 'node:crypto';
import { checksumOf } from '../../libs/api-key/checksum';

/**
 * The text of a seeded key. Both who seeds and who calls make it again from its number, so a million need not be kept.
 * @param number from 0.
 */
export function keyText(number: number): string {
  // Hex digits are base62 digits, too, so this has the form of any other key.
  const body = `kunci_${hash('sha256', `benchmark ${number}`, 'hex').slice(0, 32)}`;
  return body + checksumOf(body);
}

/** The service key of a gateway, which stands in every seeded table. */
export const gatewayKey = keyText(90_000_000);
export const gatewayAudience = 'https://api.example.com';
