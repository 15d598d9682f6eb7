import type { core } from 'zod';
import { type FieldFault, fieldFault } from './field-faults';

/** A fault, and where it is: the steps from the value that was checked to the field. */
export interface PlacedFault {
  readonly path: readonly PropertyKey[];
  readonly fault: FieldFault;
}

/**
 * Reads what a zod schema, of zod or of zod/mini, found wrong. Limits and names come from the schema; `detail` is the
 * schema's own message.
 *
 * @param sent the value that was checked: it tells a field that is missing from one that is of another type. Nothing of it
 *   is repeated in the faults
 * @param most unknown fields that are told of one by one
 */
export function faultsOf(issue: core.$ZodIssue, sent: unknown, most = Infinity): PlacedFault[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys')
    return issue.keys
      .slice(0, most)
      .map((key) => ({ path: [...path, key], fault: fieldFault('unknown-field', {}) }));
  const fault = isMissing(issue, sent) ? fieldFault('required', {}, issue.message) : faultOf(issue);
  return [{ path, fault }];
}

/** What a `refine` hands to zod, so that `faultsOf` finds the fault in the issue: `.refine(isId, issueOf(fault))`. */
export function issueOf(fault: FieldFault) {
  return { message: fault.detail, params: { fault } };
}

function faultOf(issue: core.$ZodIssue): FieldFault {
  const { message } = issue;
  switch (issue.code) {
    case 'invalid_type':
      return fieldFault('wrong-type', { expected: jsonTypes[issue.expected] ?? issue.expected }, message);
    case 'invalid_value':
      return fieldFault('not-one-of', { allowed: issue.values.map(String) }, message);
    case 'too_small':
      return fieldFault(tooSmall(issue.origin), { min: Number(issue.minimum) }, message);
    case 'too_big':
      return fieldFault(tooLarge(issue.origin), { max: Number(issue.maximum) }, message);
    case 'invalid_format':
      return ofFormat(issue.format, message);
    case 'invalid_union':
      return ofUnion(issue);
    case 'custom':
      return chosenFault(issue.params) ?? fieldFault('invalid', {}, message);
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'unrecognized_keys':
      return fieldFault('invalid', {}, message);
  }
}

/** As JSON calls what zod calls otherwise. */
const jsonTypes: Readonly<Record<string, string>> = { int: 'integer', record: 'object' };

function tooSmall(origin: string) {
  if (origin === 'string') return 'too-short';
  return origin === 'array' ? 'too-few' : 'too-small';
}

function tooLarge(origin: string) {
  if (origin === 'string') return 'too-long';
  return origin === 'array' ? 'too-many' : 'too-large';
}

function ofFormat(format: string, detail: string): FieldFault {
  if (format === 'date') return fieldFault('not-a-date', {}, detail);
  if (format === 'datetime') return fieldFault('not-a-time', {}, detail);
  return fieldFault('invalid-format', { format }, detail);
}

/** What all members of the union say alike, as when none of them takes this type. */
function ofUnion(issue: core.$ZodIssueInvalidUnion): FieldFault {
  const [first, ...others] = issue.errors.map(([found]) =>
    found?.path.length === 0 ? faultOf(found) : null,
  );
  const isSame = (other: FieldFault | null) => JSON.stringify(other) === JSON.stringify(first);
  return first && others.every(isSame) ? first : fieldFault('invalid', {}, issue.message);
}

/** The fault that a `refine` of ours put there. */
function chosenFault(params: Readonly<Record<string, unknown>> | undefined): FieldFault | null {
  // A cast: only `issueOf` writes a param of this name.
  return (params?.['fault'] as FieldFault | undefined) ?? null;
}

/** A field that is not there is missing, whatever was wanted in its place; a body that is not there is one of a wrong type. */
function isMissing({ code, path }: core.$ZodIssue, sent: unknown): boolean {
  if (path.length === 0 || code === 'custom') return false;
  let value = sent;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Record<PropertyKey, unknown>)[step]; // An object, by the line above.
  }
  return value === undefined;
}
