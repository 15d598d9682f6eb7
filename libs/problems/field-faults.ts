/** What may be wrong with a field, and what a client is told about it besides. */
interface FaultKind<P extends string> {
  /** The end of a sentence that begins with the field, or a sentence; `{min}` stands for the param of that name. */
  readonly detail: string;
  /** Names of limits and of things the server knows. What was sent is never among them. */
  readonly params: readonly P[];
}

function kind<const P extends string = never>(detail: string, ...params: P[]): FaultKind<P> {
  return { detail, params };
}

/** Every fault of a field, by its code. Codes are part of the API and are never renamed; programs translate by them. */
export const fieldFaults = {
  // Its place in the body.
  required: kind('must be given'),
  'not-allowed': kind('must be left out'),
  'unknown-field': kind('There is no such field.'),

  // Its type and size.
  'wrong-type': kind('must be of the type {expected}', 'expected'),
  'not-one-of': kind('must be one of {allowed}', 'allowed'),
  'too-short': kind('must have at least {min} characters', 'min'),
  'too-long': kind('must have at most {max} characters', 'max'),
  'too-few': kind('must have at least {min} items', 'min'),
  'too-many': kind('must have at most {max} items', 'max'),
  'too-small': kind('must be at least {min}', 'min'),
  'too-large': kind('must be at most {max}', 'max'),
  duplicate: kind('must have different values of {field}', 'field'),

  // Its form.
  'invalid-format': kind('does not have the form {format}', 'format'),
  'not-a-date': kind('must be a day that exists, like 2027-03-28'),
  'not-a-time': kind('must be a time that exists, with its offset'),
  'malformed-expression': kind(
    'is not made of permissions, AND, OR and parentheses from position {position} on',
    'position',
  ),
  'invisible-characters': kind('must be visible'),
  'mixed-scripts': kind('must not mix letters of different scripts in one word'),

  // What it means.
  'in-the-past': kind('is in the past'),
  'beyond-maximum': kind('is beyond the maximum of {maxDays} days', 'maxDays'),
  'not-before': kind('must be before {field}', 'field'),
  'span-too-long': kind('must be at most {maxSteps} steps before {field}', 'maxSteps', 'field'),
  'unknown-reference': kind('There is no such {resource}.', 'resource'),
  'not-grantable': kind('A key of this kind cannot hold this permission.'),
  'not-held': kind('The owner of the key does not hold this permission.'),
  'not-a-username': kind('cannot be a username'),
  'password-is-username': kind('must not be the username'),
  'password-like-key': kind('must not be shaped like an API key'),
  'easy-pin': kind('must not be one digit, a run such as 123456 or a repetition such as 121212'),

  /** For what nobody gave a code: a client shows the `detail`. */
  invalid: kind('cannot be accepted'),
} as const;

export type FieldFaultCode = keyof typeof fieldFaults;

/** All codes, in the order of the table. A cast: Object.keys knows no literal types. */
export const fieldFaultCodes = Object.keys(fieldFaults) as readonly FieldFaultCode[];

/** The forms that `invalid-format` names. A module may name its own; a program that does not know it says so in general words. */
export const fieldFormats = [
  'address',
  'address-or-block',
  'audience',
  'cursor',
  'digits',
  'no-blanks',
  'page-size',
  'permission',
  'rate-limit-name',
  'slug',
  'uuid',
  'well-formed',
] as const;

/** The things that `unknown-reference` names. A module may name its own. */
export const fieldReferences = ['permission', 'product', 'role', 'time-zone'] as const;

export type FaultParam = number | string | readonly string[];

/** The params of a code, each with its value. */
export type FieldFaultParams<C extends FieldFaultCode> = Readonly<
  Record<(typeof fieldFaults)[C]['params'][number], FaultParam>
>;

/** What is wrong with one field. */
export interface FieldFault {
  readonly code: FieldFaultCode;
  readonly params: Readonly<Record<string, FaultParam>>;
  /** English, for developers and logs. People read a translation of the code. */
  readonly detail: string;
}

/**
 * Says what is wrong with a field.
 *
 * @param params limits and names that the server knows; never what was sent
 * @param detail a sentence that fits the case better than that of the table
 */
export function fieldFault<C extends FieldFaultCode>(
  code: C,
  params: FieldFaultParams<C>,
  detail: string = filledIn(fieldFaults[code].detail, params),
): FieldFault {
  return { code, params, detail };
}

function filledIn(sentence: string, params: FieldFault['params']): string {
  return sentence.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = params[name];
    return Array.isArray(value) ? value.join(', ') : String(value);
  });
}
