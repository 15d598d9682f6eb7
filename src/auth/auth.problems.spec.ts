import { type Denial } from '../api-keys';
import { keyRefused } from './auth.problems';

/** What the contract says of each; a verdict that is added must be added here too. */
const contract: Readonly<Record<Denial, readonly [status: number, code: string]>> = {
  NOT_FOUND: [401, 'invalid-credentials'],
  COMPANY_SUSPENDED: [401, 'company-suspended'],
  REVOKED: [401, 'revoked'],
  EXPIRED: [401, 'expired'],
  DISABLED: [401, 'disabled'],
  PRODUCT_DISABLED: [401, 'product-disabled'],
  OWNER_INACTIVE: [401, 'owner-inactive'],
  SIGN_IN_NOT_GRANTED: [401, 'sign-in-not-granted'],
  USERNAME_MISMATCH: [401, 'username-mismatch'],
  ADDRESS_NOT_ALLOWED: [403, 'address-not-allowed'],
  ENVIRONMENT_MISMATCH: [403, 'environment-mismatch'],
  INSUFFICIENT_PERMISSION: [403, 'insufficient-permission'],
  RATE_LIMITED: [429, 'rate-limited'],
  USAGE_EXCEEDED: [429, 'usage-exceeded'],
};

// A cast: the keys of a record are the denials it was typed by.
const denials = Object.keys(contract) as Denial[];

describe('a key that is refused', () => {
  it.each(denials)('with %s has the status and code of the contract', (denial) => {
    const { status, code } = keyRefused(denial).kind;
    expect([status, code]).toEqual(contract[denial]);
  });

  it.each(denials.filter((denial) => denial !== 'NOT_FOUND'))('with %s says so, in kebab-case', (denial) => {
    expect(keyRefused(denial).kind.code).toBe(denial.toLowerCase().replaceAll('_', '-'));
  });

  it('says something else in each case', () => {
    expect(new Set(denials.map((denial) => keyRefused(denial).message)).size).toBe(denials.length);
  });

  it('tells what else it is given in the headers', () => {
    const headers = { 'retry-after': '42' };
    expect(keyRefused('RATE_LIMITED', headers).details.headers).toEqual(headers);
  });
});
