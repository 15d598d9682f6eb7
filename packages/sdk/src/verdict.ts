import { type Schemas } from '../../../libs/sdk';

type Answer = Schemas['VerifyAnswer'];
type Known = Required<Pick<Answer, 'key' | 'company' | 'permissions'>>;

/** Why a key is refused, limits aside, if Kunci knows the key. */
type KnownDenialCode = Exclude<Answer['code'], 'VALID' | 'NOT_FOUND' | LimitCode>;
type LimitCode = 'RATE_LIMITED' | 'USAGE_EXCEEDED';

interface Asked {
  /** Permissions of the question that Kunci does not know, most likely misspelt. */
  readonly unknown: readonly string[];
  /** With `include: ['metadata']`, of a key that is known; null for none, and where it was not asked for. */
  readonly metadata: NonNullable<Answer['metadata']> | null;
}

interface Limits {
  /** What is left in each window; empty for a key without rate limits. */
  readonly rateLimits: NonNullable<Answer['rateLimits']>;
  readonly quota: NonNullable<Answer['quota']> | null;
}

/** The key is good, and may do what was asked. */
export interface ValidVerdict extends Asked, Limits, Readonly<Known> {
  readonly valid: true;
  readonly code: 'VALID';
  /** Whether Kunci could not be reached, and this is what it said before: possible only with `maxStaleMs`. */
  readonly isStale: boolean;
}

/** The outcome of a verification: switch on `code`. */
export type Verdict =
  | ValidVerdict
  | ({ readonly valid: false; readonly code: KnownDenialCode } & Asked & Readonly<Known>)
  | ({ readonly valid: false; readonly code: LimitCode } & Asked & Limits & Readonly<Known>)
  | ({ readonly valid: false; readonly code: 'NOT_FOUND' } & Asked)
  /** A denial of a newer Kunci than this package knows. */
  | ({ readonly valid: false; readonly code: 'OTHER'; readonly kunciCode: string } & Asked);

type Denial = Exclude<Verdict['code'], 'VALID'>;

/** Each denial of a known key, limits aside, and whether it holds for every question. The type wants every one of them named. */
const knownDenials: Readonly<Record<KnownDenialCode, boolean>> = {
  COMPANY_SUSPENDED: true,
  REVOKED: true,
  EXPIRED: true,
  DISABLED: true,
  PRODUCT_DISABLED: true,
  OWNER_INACTIVE: true,
  SIGN_IN_NOT_GRANTED: true,
  USERNAME_MISMATCH: false,
  ADDRESS_NOT_ALLOWED: false,
  ENVIRONMENT_MISMATCH: false,
  INSUFFICIENT_PERMISSION: false,
};

/** Whether a denial holds for the key, whatever is asked about it. Of a newer Kunci's denials that is not known, so they hold for the key. */
export function endsKey(code: Denial): boolean {
  if (code === 'NOT_FOUND' || code === 'OTHER') return true;
  return !isLimit(code) && knownDenials[code];
}

/**
 * Reads the answer of `POST /api/v1/keys/verify`.
 *
 * @returns null for what is no verdict. Only what says twice that the key is valid, and whose it is, is valid.
 */
export function readVerdict(body: unknown): Verdict | null {
  if (!isAnswer(body)) return null;
  const { code, valid, unknown = [], metadata = null } = body;
  const asked: Asked = { unknown, metadata };
  if (valid !== (code === 'VALID')) return null;
  if (code === 'NOT_FOUND') return { valid: false, code, ...asked };
  const other = { valid: false, code: 'OTHER', kunciCode: code, ...asked } as const;
  if (!isKnown(body)) return valid ? null : other;
  const known = { key: body.key, company: body.company, permissions: body.permissions, ...asked };
  const limits = { rateLimits: body.rateLimits ?? [], quota: body.quota ?? null };
  if (code === 'VALID') return { valid: true, code, isStale: false, ...known, ...limits };
  if (isLimit(code)) return { valid: false, code, ...known, ...limits };
  // An own property, since the code of a newer Kunci may be any text.
  return Object.hasOwn(knownDenials, code) ? { valid: false, code, ...known } : other;
}

function isLimit(code: Answer['code']): code is LimitCode {
  return code === 'RATE_LIMITED' || code === 'USAGE_EXCEEDED';
}

function isAnswer(body: unknown): body is Answer {
  if (typeof body !== 'object' || body === null) return false;
  return (
    'valid' in body && typeof body.valid === 'boolean' && 'code' in body && typeof body.code === 'string'
  );
}

/** Whether it says whose the key is and what it may do, and not merely has members of these names. */
function isKnown(body: Answer): body is Answer & Known {
  return isObject(body.key) && isObject(body.company) && Array.isArray(body.permissions);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
