import { type KeyEnvironment } from '../../../libs/api-key';
import { type CompanyPermissions, isNamedBy, type KeyKind, type Permission } from '../../../libs/permissions';
import { fieldFault } from '../../../libs/problems';
import { assertEachPermission, readGrants } from '../../access';
import { invalidField } from '../../platform/http';
import { type AskedTime } from '../../platform/time-zones';
import { type KeyPolicy } from '../../settings';
import { isMachine, type Principal } from '../../tenancy';
import { type KeyRow } from '../key-rows';
import { chooseExpiry, latestExpiry } from '../expiry';

/* Checks the input for a key against the policy of its kind. What the policy forbids is a 422 at that field. */

/** @throws 422 when the policy wants a name and there is none. */
export function assertNameGiven(policy: KeyPolicy, name: string | null): void {
  if (policy.nameRequired && name === null)
    throw invalidField('/name', fieldFault('required', {}, 'The company wants every key to have a name.'));
}

/** @throws 422 when a product key names no product, or another key names one. */
export function assertProductFits(kind: KeyKind, product: string | null): void {
  if (kind === 'product' && product === null)
    throw invalidField('/product', fieldFault('required', {}, 'A product key is for a product; say which.'));
  if (kind !== 'product' && product !== null)
    throw invalidField('/product', fieldFault('not-allowed', {}, `A ${kind} key is for no product.`));
}

/** @throws 422 for a machine key that is not live: routes of this program are all that it is for, and none of those is a test. */
export function assertEnvironmentFits(kind: KeyKind, environment: KeyEnvironment): void {
  if (kind === 'machine' && environment !== 'live')
    throw invalidField('/environment', fieldFault('not-one-of', { allowed: ['live'] }));
}

interface Moments {
  readonly now: Date;
  readonly issuedAt: Date;
}

/**
 * The expiry to store for a secret issued at `issuedAt`: null for none. A personal key that nobody sets an expiry for gets
 * the maximum of the day, so that raising the maximum later gives it no more.
 * @throws 422 for one in the past, or beyond what the policy allows.
 */
export function expiryToStore(
  kind: KeyKind,
  policy: KeyPolicy,
  asked: AskedTime | null,
  moments: Moments,
): Date | null {
  const latest = latestExpiry(moments.issuedAt, policy.maxLifetimeDays);
  if (asked === null) return kind === 'personal' ? latest : null;
  const choice = chooseExpiry(asked, moments.now, latest);
  if (choice.ok) return choice.expiresAt;
  switch (choice.reason) {
    case 'in-the-past':
      throw invalidField('/expiresAt', fieldFault('in-the-past', {}));
    case 'beyond-the-maximum':
      throw invalidField(
        '/expiresAt',
        fieldFault('beyond-maximum', { maxDays: policy.maxLifetimeDays ?? 0 }),
      );
  }
}

/** @returns each once. @throws 422 for each permission that there is not, or that a key of this kind cannot hold. */
export function readKeyPermissions(
  all: CompanyPermissions,
  kind: KeyKind,
  product: string | null,
  asked: readonly Permission[],
): Permission[] {
  return readGrants('/permissions', asked, all.grantable(kind, product), (grant) =>
    fieldFault('not-grantable', {}, `A ${kind} key cannot hold ${grant}.`),
  );
}

/**
 * @param lacked what the owner of the key does not hold.
 * @throws 422 for each permission that is asked for and among these.
 */
export function assertHeldByOwner(asked: readonly Permission[], lacked: readonly Permission[]): void {
  assertEachPermission('/permissions', asked, (grant) => {
    const missing = lacked.filter((permission) => isNamedBy(grant, permission));
    if (missing.length === 0) return null;
    return fieldFault('not-held', {}, `The owner of the key does not hold ${missing.join(', ')}.`);
  });
}

/**
 * @param asked undefined where the permissions stay.
 * @throws 422 where a machine key, or another key by a machine, would get all that its kind may have, also later.
 */
export function assertListed(
  principal: Principal,
  { kind, permissions: stored }: Pick<KeyRow, 'kind' | 'permissions'>,
  asked: readonly Permission[] | null | undefined,
): void {
  if (asked !== null || stored === null) return;
  if (kind === 'machine') throw unlisted('A machine key has a list of permissions.');
  if (isMachine(principal)) throw unlisted('A service account or a service key gives a list of permissions.');
}

function unlisted(detail: string): Error {
  return invalidField('/permissions', fieldFault('required', {}, detail));
}
