import { z } from 'zod';
import { fieldFault, issueOf } from '../../../libs/problems';
import { invisibleIn } from '../names';

/**
 * A name that stands in addresses and never changes: 3 to 63 of `a-z`, `0-9` and single hyphens between them. It never looks like an id,
 * because some requests take either.
 */
export const slugText = z
  .string()
  .min(3, 'must have at least 3 characters')
  .max(63, 'must have at most 63 characters')
  .check(
    inFormat(
      'slug',
      /^(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$)[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'must be of a-z, 0-9 and single hyphens between them, and must not look like an id',
    ),
  );

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
    .refine((text) => text.isWellFormed(), issueOf(notWellFormed))
    .superRefine(assertVisible)
    .refine(
      (text) => text === '' || text.replace(invisible, '') !== '',
      issueOf(fieldFault('invisible-characters', {})),
    );
}

/** Lone surrogates stand for no character. */
export const notWellFormed = fieldFault(
  'invalid-format',
  { format: 'well-formed' },
  'must be well-formed text',
);

function assertVisible(text: string, context: z.RefinementCtx): void {
  const found = invisibleIn(text);
  if (found === null) return;
  const fault = fieldFault('invisible-characters', {}, `must not hold the invisible character ${found}`);
  context.addIssue({ code: 'custom', ...issueOf(fault) });
}

/**
 * A check of text against a pattern that has a name. The OpenAPI document has both; where the text does not fit, the fault is
 * `invalid-format` with the name, so that a program can say in any language what is wanted.
 */
export function inFormat(format: string, pattern: RegExp, detail: string, { abort = false } = {}) {
  return new z.core.$ZodCheckStringFormat({
    check: 'string_format',
    format,
    pattern,
    abort,
    error: () => detail,
  });
}
