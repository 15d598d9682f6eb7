import { z } from 'zod';
import { fieldFault, issueOf } from '../../libs/problems';
import { inFormat } from '../platform/http';

const shortest = 6;
const longest = 12;
const lengthRule = `must have ${shortest} to ${longest} digits`;

/** A PIN that someone chooses. Birthdays are accepted: five attempts in a quarter of an hour do not get far among them. */
export const newPin = z
  .string()
  .check(inFormat('digits', /^[0-9]*$/, lengthRule, { abort: true }))
  .min(shortest, { error: lengthRule, abort: true })
  .max(longest, { error: lengthRule, abort: true })
  .refine((pin) => !isTrivial(pin), issueOf(fieldFault('easy-pin', {})))
  .describe('6 to 12 digits; not all equal, no ascending or descending run, no repeated pattern.');

/** Whether a PIN is among those that are tried first: one digit, a run (also over 9 to 0), or a pattern repeated. */
export function isTrivial(pin: string): boolean {
  const digits = [...pin].map(Number);
  return isRun(digits, 1) || isRun(digits, -1) || repeats(digits);
}

function isRun(digits: readonly number[], step: number): boolean {
  return digits.every((digit, at) => at === 0 || digit === ((digits[at - 1] ?? 0) + step + 10) % 10);
}

/** Whether a pattern repeats; the last repetition may be cut off, as in 1212121. A single digit counts as a pattern. */
function repeats(digits: readonly number[]): boolean {
  const longest = Math.floor(digits.length / 2);
  const lengths = Array.from({ length: longest }, (_, at) => at + 1);
  return lengths.some((length) => digits.every((digit, at) => at < length || digit === digits[at - length]));
}
