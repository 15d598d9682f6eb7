import { Injectable } from '@nestjs/common';
import { type CompanyPermissions, holds, holdsAllOf, type Permission } from '../../../libs/permissions';
import { type Tx } from '../../platform/database';
import { ProductCatalogue, ProductOffers } from '../../products';
import { isMachine, isService, type Principal } from '../../tenancy';
import { permissionCeiling } from '../api-keys.problems';
import { type KeyRow } from '../key-rows';
import { LivePermissions } from '../lists/live-permissions';
import { assertHeldByOwner, readKeyPermissions } from './key-input';
import { type GivenPermissions, type KeyDraft } from './key-writer';

type OfSomeKind = Pick<KeyDraft, 'kind' | 'productCode'>;

/** Keeps acts on keys from giving more than whoever acts holds at that moment. */
@Injectable()
export class PermissionCeiling {
  constructor(
    private readonly offers: ProductOffers,
    private readonly products: ProductCatalogue,
    private readonly live: LivePermissions,
  ) {}

  /**
   * For acts that hand out the secret of a key, or make its secrets work again.
   * @throws 403 `permission-ceiling` unless the principal holds what the key does.
   */
  async assertCovers(principal: Principal, key: KeyRow, tx: Tx): Promise<void> {
    const all = await this.offers.of(principal, tx);
    const held = await this.heldBy(principal, key, all, tx);
    assertNoneMissing([...held.filter(beyond(principal)), ...unknownIn(principal, key, all)]);
  }

  /**
   * What a new key is given.
   * @param asked null where nothing is named.
   * @returns null for all that its kind may have: where nothing is named, and the principal holds all of that; and, so that it need
   * not be read again, what the keys of the company can hold.
   * @throws 422 for what a key of this kind cannot hold; 403 `permission-ceiling` for what the principal does not hold; for a personal
   * key 422 where it is named.
   */
  async ofNew(
    principal: Principal,
    key: OfSomeKind,
    asked: readonly Permission[] | null,
    tx: Tx,
  ): Promise<GivenPermissions & { readonly all: CompanyPermissions }> {
    const all = await this.offers.of(principal, tx);
    const given =
      asked === null ? await this.ofUnnamed(principal, key, all, tx) : ofNamed(principal, key, all, asked);
    if (given === null) return { all, permissions: null, logged: { permissions: null } };
    const permissions = all.store(given);
    return { all, permissions, logged: all.logged(permissions) };
  }

  /**
   * For a key whose permissions are changed. Only what is added counts, so whoever may change a key can narrow it.
   * @param all what the keys of its company can hold.
   * @param asked null for all that its kind may have.
   * @returns whether the key may do more by it.
   * @throws as `ofNew` for what is added and the principal does not hold.
   */
  assertMayAdd(
    principal: Principal,
    { kind, productCode, permissions: stored }: OfSomeKind & Pick<KeyRow, 'permissions'>,
    all: CompanyPermissions,
    asked: readonly Permission[] | null,
  ): boolean {
    if (asked === null) {
      if (stored !== null) assertNoneMissing(all.grantableTo(kind, productCode).filter(beyond(principal)));
      return stored !== null;
    }
    const before = stored && all.named(stored);
    const given = all.grantable(kind, productCode).allNamedBy(asked);
    const added = given.filter((permission) => before?.includes(permission) !== true);
    // A personal key that may do all still has no more than its owner.
    if (kind === 'personal') assertHeldByOwner(asked, added.filter(beyond(principal)));
    else if (before !== null) assertNoneMissing(added.filter(beyond(principal)));
    return before !== null && added.length > 0;
  }

  private async ofUnnamed(
    principal: Principal,
    { kind, productCode }: OfSomeKind,
    all: CompanyPermissions,
    tx: Tx,
  ): Promise<Permission[] | null> {
    const most = all.grantableTo(kind, productCode);
    const missing = most.filter(beyond(principal));
    // What a machine gives is always a list: nobody is there to see it grow.
    if (missing.length === 0 && !isMachine(principal)) return null;
    const held = most.filter((permission) => !missing.includes(permission));
    // There may be no such product, which is told elsewhere.
    const granted = productCode === null ? undefined : await this.grantsOf(productCode, tx);
    const ofProduct = [...(granted ?? []), ...all.ofProduct(productCode)];
    const given = held.filter((permission) => granted === undefined || ofProduct.includes(permission));
    if (given.length === 0) assertNoneMissing(missing);
    return given;
  }

  /** A machine key counts as it is stored: the roles that its account lacks at this moment can be given at any other. */
  private async heldBy(
    principal: Principal,
    key: KeyRow,
    all: CompanyPermissions,
    tx: Tx,
  ): Promise<readonly Permission[]> {
    if (key.kind === 'machine') return all.read(key.permissions ?? []);
    return (await this.live.among(principal, [key], all, tx))(key);
  }

  private async grantsOf(code: string, tx: Tx): Promise<readonly Permission[] | undefined> {
    return (await this.products.grantsOf([code], tx)).get(code);
  }
}

function ofNamed(
  principal: Principal,
  { kind, productCode }: OfSomeKind,
  all: CompanyPermissions,
  asked: readonly Permission[],
): Permission[] {
  const given = readKeyPermissions(all, kind, productCode, asked);
  const missing = given.filter(beyond(principal));
  if (kind === 'personal') assertHeldByOwner(asked, missing);
  else assertNoneMissing(missing);
  return given;
}

/**
 * What is stored of a key and means nothing now: another version on the same database may grant it, or a product may return, so
 * it counts as what only an Owner holds. A personal key never has more than its owner, in any version.
 */
function unknownIn(
  principal: Principal,
  { kind, permissions }: KeyRow,
  all: CompanyPermissions,
): readonly string[] {
  if (kind === 'personal' || permissions === null) return [];
  if (holdsAllOf(principal, all.ofRole({ systemCode: 'owner', permissions: null }))) return [];
  return all.unknownIn(permissions);
}

/** A service key that manages keys may give all that company and product keys can hold, and reaches no others. See docs/adr/0058. */
function beyond(principal: Principal): (permission: Permission) => boolean {
  if (isService(principal)) return () => false;
  return (permission) => !holds(principal, permission);
}

function assertNoneMissing(missing: readonly string[]): void {
  if (missing.length > 0) throw permissionCeiling({ members: { missing } });
}
