import { STATUS_CODES } from 'node:http';
import { problems, type ProblemKind } from '../../../../libs/problems';
import { type Clock } from '../clock';
import { KunciUnavailable } from '../faults';
import { type Verdict } from '../verdict';
import { retryAfterOf } from './retry-after-of';

/** What a client is told that is not let in: a problem (RFC 9457), with the codes that Kunci has. */
export interface Refusal {
  readonly status: number;
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly problem: {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly detail: string;
    readonly code: string;
  };
}

type Denied = Exclude<Verdict, { valid: true }>;

/** When to come again, where Kunci says nothing: it starts in less. */
const outageSeconds = 5;

const kinds: Readonly<Record<Denied['code'], ProblemKind>> = {
  NOT_FOUND: problems.invalidCredentials,
  COMPANY_SUSPENDED: problems.keyOfSuspendedCompany,
  REVOKED: problems.revoked,
  EXPIRED: problems.expired,
  DISABLED: problems.disabled,
  PRODUCT_DISABLED: problems.keyOfDisabledProduct,
  OWNER_INACTIVE: problems.ownerInactive,
  SIGN_IN_NOT_GRANTED: problems.signInNotGranted,
  USERNAME_MISMATCH: problems.usernameMismatch,
  ADDRESS_NOT_ALLOWED: problems.addressNotAllowed,
  ENVIRONMENT_MISMATCH: problems.environmentMismatch,
  INSUFFICIENT_PERMISSION: problems.insufficientPermission,
  RATE_LIMITED: problems.rateLimited,
  USAGE_EXCEEDED: problems.usageExceeded,
  OTHER: problems.forbidden,
};

export function refusalOf(verdict: Denied, cost: number, clock: Clock): Refusal {
  const seconds = retryAfterOf(verdict, cost, clock.now());
  return refusal(kinds[verdict.code], seconds === null ? {} : { 'retry-after': String(seconds) });
}

/** Of a request that carries no key that could be asked about. */
export function refusalOfCredential(kind: 'none' | 'several' | 'unreadable'): Refusal {
  switch (kind) {
    case 'none':
      return refusal(problems.credentialsMissing);
    case 'several':
      return refusal(problems.severalCredentials);
    case 'unreadable':
      return refusal(problems.invalidCredentials);
  }
}

/** Without a verdict nobody is let in. */
export function refusalInOutage(fault: unknown): Refusal {
  const told = fault instanceof KunciUnavailable ? fault.retryAfterSeconds : null;
  const seconds = Math.max(1, Math.ceil(told ?? outageSeconds));
  return refusal(noVerdict, { 'retry-after': String(seconds) });
}

const noVerdict: ProblemKind = {
  ...problems.unavailable,
  title: 'Keys cannot be checked just now. Try again.',
};

function refusal(
  { code, status, title }: ProblemKind,
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  const challenge = {
    'www-authenticate': 'ApiKey realm="API", Bearer realm="API", Basic realm="API", charset="UTF-8"',
  };
  return {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(status === 401 ? challenge : {}),
      ...headers,
    },
    // RFC 9457, section 4.2.1: the title of `about:blank` is that of the status. The pages of Kunci's own types are at its address, which
    // clients of this service may not know or reach.
    problem: { type: 'about:blank', title: STATUS_CODES[status] ?? title, status, detail: title, code },
  };
}
