import { parseExpression } from '../../../libs/permissions/parse-expression';
import { type PermissionExpression } from '../../../libs/permissions/permission-expression';
import { KunciUnavailable } from './faults';
import { type ValidVerdict, type Verdict } from './verdict';
import { type Verifier } from './verifier';

type Denied = Exclude<Verdict['code'], 'VALID' | 'OTHER' | 'INSUFFICIENT_PERMISSION'>;

/** A key that is good: what it may do, and what else of it your code reads. */
export interface StubbedKey {
  readonly permissions?: readonly string[] | undefined;
  readonly company?: Partial<ValidVerdict['company']> | undefined;
  readonly key?: Partial<ValidVerdict['key']> | undefined;
}

const id = '01900000-0000-7000-8000-000000000000';

const outage = { retryAfterSeconds: null, isUnreachable: true, cause: null };

/**
 * Stands for Kunci in the tests of your service, without a server or a network.
 *
 * @param keys by their texts: what each may do, the code with which it is refused, or `UNAVAILABLE` for an outage. Others are `NOT_FOUND`.
 */
export function stubKunci(keys: Readonly<Record<string, StubbedKey | Denied | 'UNAVAILABLE'>>): Verifier {
  return {
    verify: async (text, { permission } = {}) => {
      const entry = Object.hasOwn(keys, text) ? keys[text] : undefined;
      if (entry === 'UNAVAILABLE')
        throw new KunciUnavailable('Kunci cannot be reached: a test says so.', outage);
      if (entry === undefined || entry === 'NOT_FOUND')
        return { valid: false, code: 'NOT_FOUND', unknown: [], metadata: null };
      if (typeof entry === 'string') return { ...knownKey({}), valid: false, code: entry };
      const verdict = knownKey(entry);
      const isEnough = permission === undefined || isSatisfied(permission, verdict.permissions);
      return isEnough ? verdict : { ...verdict, valid: false, code: 'INSUFFICIENT_PERMISSION' };
    },
  };
}

function knownKey({ permissions = [], company = {}, key = {} }: StubbedKey): ValidVerdict {
  return {
    valid: true,
    code: 'VALID',
    isStale: false,
    key: {
      ...{
        id,
        kind: 'company',
        environment: 'live',
        name: 'Stub',
        product: null,
        owner: null,
        expiresAt: null,
      },
      ...key,
    },
    company: { id, name: 'Stub company', slug: 'stub-company', ...company },
    permissions: [...permissions],
    ...{ unknown: [], metadata: null, rateLimits: [], quota: null },
  };
}

/** @throws where Kunci would refuse the question. */
function isSatisfied(text: string, held: readonly string[]): boolean {
  const { required } = parseExpression(text);
  if (required === null) throw new TypeError(`This is no expression of permissions: ${text}`);
  return isMet(required, held);
}

function isMet(required: PermissionExpression, held: readonly string[]): boolean {
  if (typeof required === 'string') return held.includes(required);
  if ('anyOf' in required) return required.anyOf.some((part) => isMet(part, held));
  return required.allOf.every((part) => isMet(part, held));
}
