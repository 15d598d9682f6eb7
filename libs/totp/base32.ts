/**
 * Base32 (RFC 4648, section 6) without padding, as authenticator apps take secrets.
 *
 * @returns 8 characters for every 5 bytes, the last ones filled up with zero bits
 */
export function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const fives = bits.match(/.{1,5}/g) ?? [];
  return fives.map((five) => alphabet.charAt(parseInt(five.padEnd(5, '0'), 2))).join('');
}

/**
 * The reverse of `toBase32`. Bits that do not fill a byte are dropped.
 *
 * @throws RangeError if there is a character outside A-Z and 2-7; the text is not repeated, for it is a secret
 */
export function fromBase32(text: string): Buffer {
  const values = [...text].map((character) => alphabet.indexOf(character));
  if (values.includes(-1)) throw new RangeError('The text is not base32.');
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)));
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
