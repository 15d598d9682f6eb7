import { z } from 'zod';
import { inFormat } from '../../platform/http';

export const alphabets = ['hex', 'base62', 'base64url'] as const;
export type Alphabet = (typeof alphabets)[number];

export const maxPrefix = 16;
export const keyLength = { min: 22, max: 200 } as const;
const minRandom = 16;

/** What a key shows of itself in lists leaves at least so much to guess. */
const hiddenBits = 80;
const shownCharacters = 4;

export const keyShape = z
  .strictObject({
    prefix: z
      .string()
      .max(maxPrefix)
      .check(inFormat('key-prefix', /^[0-9A-Za-z_.:-]*$/, 'must be of 0-9, A-Z, a-z, _, ., : and -'))
      .describe('How each key begins; empty if they have nothing in common.'),
    length: z
      .int()
      .min(keyLength.min)
      .max(keyLength.max)
      .describe('Of the whole key, with its prefix. At least 16 characters follow the prefix.'),
    alphabet: z
      .enum(alphabets)
      .describe(
        'What follows the prefix: `hex` is 0-9 and a-f; `base62` 0-9, A-Z and a-z; `base64url` also - and _.',
      ),
  })
  .refine(({ prefix, length }) => length - prefix.length >= minRandom, {
    path: ['length'],
    message: 'must leave at least 16 characters after the prefix',
  })
  .meta({ id: 'KeyShape' });

/** How the keys of another system are spelled. */
export type KeyShape = z.infer<typeof keyShape>;

/** Whether a text is spelled like this. */
export function fitsShape({ prefix, length, alphabet }: KeyShape, text: string): boolean {
  return text.length === length && text.startsWith(prefix) && isOf(alphabet, text.slice(prefix.length));
}

/** Whether a text has no character outside the alphabet. */
export function isOf(alphabet: Alphabet, text: string): boolean {
  switch (alphabet) {
    case 'hex':
      return !/[^0-9a-f]/.test(text);
    case 'base62':
      return !/[^0-9A-Za-z]/.test(text);
    case 'base64url':
      return !/[^0-9A-Za-z_-]/.test(text);
  }
}

/** Whether keys of this shape would be taken for Kunci's own, and so never be looked up as imported ones. */
export function isOwnShape({ prefix, length, alphabet }: KeyShape, keyPrefix: string): boolean {
  if (beginsLikeOwn(prefix, keyPrefix)) return true;
  return length === 32 && alphabet === 'hex' && isOf('hex', prefix);
}

/** Whether a text begins as Kunci's own keys do, and so is never one of another system. */
export function beginsLikeOwn(text: string, keyPrefix: string): boolean {
  return text.startsWith(`${keyPrefix}_`);
}

/**
 * What lists show of a key: its end, and after a prefix also how it begins, as far as enough is left to guess.
 * @param text that fits the shape.
 */
export function faceOfShape(
  { prefix, length, alphabet }: KeyShape,
  text: string,
): { start: string | null; last4: string } {
  const random = length - prefix.length;
  const mayShow = (count: number): boolean => (random - count) * bitsOf[alphabet] >= hiddenBits;
  const shown = mayShow(2 * shownCharacters) ? shownCharacters : 0;
  return {
    start: prefix === '' ? null : text.slice(0, prefix.length + shown),
    last4: mayShow(shownCharacters) ? text.slice(-shownCharacters) : '',
  };
}

const bitsOf: Readonly<Record<Alphabet, number>> = { hex: 4, base62: 5.95, base64url: 6 };
