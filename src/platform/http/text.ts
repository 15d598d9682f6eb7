import { z } from 'zod';

// Control characters, line and paragraph separators, and the marks that turn the direction of writing round.
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

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
    .refine((text) => text.isWellFormed() && !unprintable.test(text), 'must not hold control characters')
    .refine((text) => text.replace(invisible, '') !== '', 'must be visible');
}
