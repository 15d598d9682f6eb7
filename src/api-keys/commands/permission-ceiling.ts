import { Injectable } from '@nestjs/common';
import { allows, holdsAllOf, type Permission, PermissionCatalogue } from '../../../libs/permissions';
import { fieldFault } from '../../../libs/problems';
import { assertEachPermission } from '../../access';
import { type Tx } from '../../platform/database';
import { ProductCatalogue } from '../../products';
import { type Principal } from '../../tenancy';
import { permissionCeiling } from '../api-keys.problems';
import { type KeyRow } from '../key-rows';
import { permissionsOfKey } from '../key-rights';
import { LivePermissions } from '../lists/live-permissions';
import { type KeyDraft } from './key-writer';

/** Keeps acts on keys from giving more than whoever acts holds at that moment. */
@Injectable()
export class PermissionCeiling {
  constructor(
    private readonly catalogue: PermissionCatalogue,
    private readonly products: ProductCatalogue,
    private readonly live: LivePermissions,
  ) {}

  /** For acts that hand out the secret of a key. @throws 403 `permission-ceiling` unless the principal holds what the key does. */
  async assertCovers(principal: Principal, key: KeyRow, tx: Tx): Promise<void> {
    const held = (await this.live.of(principal, [key], tx))(key);
    assertNoneMissing([...held.filter(beyond(principal)), ...this.unknownIn(principal, key)]);
  }

  /**
   * What a new key is given.
   * @returns null for all that its kind may have: where nothing is named, and the principal holds all of that.
   * @throws 403 `permission-ceiling` for what the principal does not hold; for a personal key 422 where it is named.
   */
  async ofNew(principal: Principal, key: KeyDraft, tx: Tx): Promise<string[] | null> {
    if (key.permissions === null) return this.ofUnnamed(principal, key, tx);
    const named = this.catalogue.among(key.permissions);
    if (key.kind === 'personal') assertOwnerHolds(principal, named, named);
    else assertNoneMissing(named.filter(beyond(principal)));
    return [...new Set(named)];
  }

  /**
   * For a key whose permissions are changed. Only what is added counts, so whoever may change a key can narrow it.
   * @param given null for all that its kind may have.
   * @returns whether the key may do more by it.
   * @throws as `ofNew` for what is added and the principal does not hold.
   */
  assertMayAdd(
    principal: Principal,
    { kind, permissions: before }: Pick<KeyRow, 'kind' | 'permissions'>,
    given: readonly Permission[] | null,
  ): boolean {
    if (given === null) {
      if (before !== null) assertNoneMissing(this.catalogue.grantableTo(kind).filter(beyond(principal)));
      return before !== null;
    }
    const added = given.filter((permission) => before?.includes(permission) !== true);
    // A personal key that may do all still has no more than its owner.
    if (kind === 'personal') assertOwnerHolds(principal, given, added);
    else if (before !== null) assertNoneMissing(added.filter(beyond(principal)));
    return before !== null && added.length > 0;
  }

  private async ofUnnamed(principal: Principal, { kind, productCode }: KeyDraft, tx: Tx) {
    const all = this.catalogue.grantableTo(kind);
    const missing = all.filter(beyond(principal));
    if (missing.length === 0) return null;
    const held = all.filter((permission) => !missing.includes(permission));
    // There may be no such product, which is told elsewhere.
    const granted = productCode === null ? null : await this.grantsOf(productCode, tx);
    const given = permissionsOfKey(this.catalogue, kind, held, granted);
    if (given.length === 0) assertNoneMissing(missing);
    return [...given];
  }

  private async grantsOf(code: string, tx: Tx): Promise<readonly Permission[] | null> {
    return (await this.products.grantsOf([code], tx)).get(code) ?? null;
  }

  /**
   * What is stored of a key and means nothing to this version: another version on the same database may grant it, so it
   * counts as what only an Owner holds. A personal key never has more than its owner, in any version.
   */
  private unknownIn(principal: Principal, { kind, permissions }: KeyRow): string[] {
    if (kind === 'personal' || holdsAllOf(principal.ability, this.catalogue.ofSystemRole('owner'))) return [];
    return (permissions ?? []).filter((permission) => !this.catalogue.has(permission));
  }
}

function beyond({ ability }: Principal): (permission: Permission) => boolean {
  return (permission) => !allows(ability, permission);
}

function assertNoneMissing(missing: readonly string[]): void {
  if (missing.length > 0) throw permissionCeiling({ members: { missing } });
}

/** @param added those of the list that count. */
function assertOwnerHolds(
  principal: Principal,
  listed: readonly Permission[],
  added: readonly Permission[],
): void {
  const missing = added.filter(beyond(principal));
  assertEachPermission('/permissions', listed, (permission) =>
    missing.includes(permission) ? fieldFault('not-held', {}) : null,
  );
}
