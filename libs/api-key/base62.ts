import { randomInt } from 'node:crypto';

/**
 * Random base62 text. `randomInt` rejects what does not divide evenly, so every character is equally likely.
 *
 * @param length in characters
 */
export function randomBase62(length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

/**
 * A number in base62, padded with `0` on the left.
 *
 * @param value a non-negative integer below 62^length; of a greater one only the last digits are told
 * @param length in characters
 */
export function toBase62(value: number, length: number): string {
  let rest = value;
  let digits = '';
  while (digits.length < length) {
    digits = alphabet.charAt(rest % alphabet.length) + digits;
    rest = Math.floor(rest / alphabet.length);
  }
  return digits;
}

/** Whether the text has no character outside 0-9, A-Z and a-z. Linear in its length. */
export function isBase62(text: string): boolean {
  return !/[^0-9A-Za-z]/.test(text);
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
