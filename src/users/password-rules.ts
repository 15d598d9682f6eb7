import { z } from 'zod';
import { parseKey, trimPasted } from '../../libs/api-key';
import { type FieldFault, fieldFault, faultsOf, issueOf } from '../../libs/problems';
import { notWellFormed } from '../platform/http';
import { canonicalUsername } from './username';

const minLength = 12;
const maxLength = 256;
// NFC makes at most one character of four that NFD spells.
const maxTypedLength = 4 * maxLength;
const lengthRule = `must have ${minLength} to ${maxLength} characters`;

/** What a new password may be as far as its text alone tells; `passwordFault` judges the rest. */
export const newPasswordSchema = z
  .string()
  .normalize('NFC')
  .min(minLength, lengthRule)
  .max(maxLength, lengthRule)
  // Lone surrogates all become the same bytes, so that different passwords would open one account.
  .refine((text) => text.isWellFormed(), issueOf(notWellFormed))
  .describe('12 to 256 characters; neither your username nor shaped like an API key.');

/** A password that somebody gives to be checked, as they typed it: `Passwords` knows in which spellings it may be right. */
export const givenPasswordSchema = z
  .string()
  .min(1)
  .max(maxTypedLength)
  .refine(
    (text) => text.normalize('NFC').length <= maxLength,
    issueOf(fieldFault('too-long', { max: maxLength })),
  );

/**
 * What is wrong with a new password, or null. Text shaped like a key is refused because sign-in tries it as a key only: it
 * could never open anything.
 * @param username of the person, in whatever spelling.
 * @param keyPrefix the platform's, from the settings.
 */
export function passwordFault(password: string, username: string, keyPrefix: string): FieldFault | null {
  const text = newPasswordSchema.safeParse(password);
  const [found] = text.success ? [] : text.error.issues.flatMap((issue) => faultsOf(issue, password));
  if (found !== undefined) return found.fault;
  if (parseKey(trimPasted(password), keyPrefix) !== null) return fieldFault('password-like-key', {});
  const canonical = canonicalUsername(username);
  const isUsername = canonical !== null && canonicalUsername(password) === canonical;
  return isUsername ? fieldFault('password-is-username', {}) : null;
}
