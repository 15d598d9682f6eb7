import { z } from 'zod';
import { invisibleIn } from '../names';

/** A name that stands in addresses and never changes: 3 to 63 of `a-z`, `0-9` and single hyphens between them. */
export const slugText = z
  .string()
  .min(3, 'must have at least 3 characters')
  .max(63, 'must have at most 63 characters')
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be of a-z, 0-9 and single hyphens between them');

// What takes no ink; inside a text, as in joined emoji, it has its uses.
const invisible = /[\p{Default_Ignorable_Code_Point}\u2800\s]/gu;

/** One line of text that people write and read: trimmed, not empty, in NFC, at most `length` characters. */
export function plainText(length: number) {
  return z
    .string()
    .trim()
    .normalize('NFC')
    .min(1, 'must not be empty')
    .max(length, `must have at most ${length} characters`)
    .refine((text) => text.isWellFormed(), 'must be well-formed text')
    .refine((text) => invisibleIn(text) === null, {
      error: ({ input }) => `must not hold the invisible character ${invisibleIn(String(input)) ?? ''}`,
    })
    .refine((text) => text === '' || text.replace(invisible, '') !== '', 'must be visible');
}
