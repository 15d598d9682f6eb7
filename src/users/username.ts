/*
 * Usernames are compared as bytes, so each has one spelling, and no two look alike by mixing scripts (after UTS #39,
 * "single script" with the usual exceptions for Japanese and Korean).
 */

import { trimPasted } from '../../libs/api-key';
import { mixesScripts } from '../platform/names';

const minLength = 3;
const maxLength = 254;

// Separators, controls, private use, lone surrogates; what is not drawn, such as variation selectors and Hangul fillers;
// U+FFFD, which stands for bytes that are no text; and the colon that Basic splits at.
const forbidden = /[\u2800\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\uFFFD:]/u;

/**
 * The one spelling of a username: without what a paste brings along at its ends, NFKC, lower case.
 * @returns null when it cannot be a username: too short or long, blank, with spaces, colons, invisible characters, or
 * letters of scripts that do not belong together.
 */
export function canonicalUsername(text: string): string | null {
  const meant = trimPasted(text);
  if (meant.length > maxLength) return null;
  const canonical = trimPasted(meant.normalize('NFKC').toLowerCase().normalize('NFKC'));
  if (canonical.length < minLength || canonical.length > maxLength) return null;
  return forbidden.test(canonical) || mixesScripts(canonical) ? null : canonical;
}

// What stands behind the last @ of an address has a dot; the slug of a company has none.
const machineForm = /@[^.@]+$/u;

/**
 * Whether a username has the form `name@slug`, which is kept for service accounts: new people do not get it, while those who have one
 * keep it.
 * @param username canonical.
 */
export function isMachineUsername(username: string): boolean {
  return machineForm.test(username);
}
