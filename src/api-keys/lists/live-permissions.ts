import { Injectable } from '@nestjs/common';
import { type Permission, PermissionCatalogue } from '../../../libs/permissions';
import { type Tx, unreadable } from '../../platform/database';
import { ProductCatalogue } from '../../products';
import { permissionsOfRole } from '../../roles';
import { type Principal } from '../../tenancy';
import { MemberRights } from '../../users';
import { permissionsOfKey } from '../key-rights';
import { kindOf } from '../key-kind';
import { type FoundKeyRow } from '../key-rows';

/** What keys may do at this moment: what was asked for, as far as their products grant it and their owners hold it. */
@Injectable()
export class LivePermissions {
  constructor(
    private readonly catalogue: PermissionCatalogue,
    private readonly products: ProductCatalogue,
    private readonly rights: MemberRights,
  ) {}

  /** @returns what tells the permissions of each of these keys. */
  async of(
    principal: Principal,
    rows: readonly FoundKeyRow[],
    tx?: Tx,
  ): Promise<(row: FoundKeyRow) => Permission[]> {
    const codes = [...new Set(rows.flatMap((row) => row.productCode ?? []))];
    const grants = await this.products.grantsOf(codes, tx);
    const owners = [...new Set(rows.flatMap((row) => row.ownerId ?? []))];
    const roles = await this.rights.rolesOf(principal, owners, tx);
    const ceiling = (row: FoundKeyRow): readonly Permission[] | null => {
      if (row.productCode !== null) return grants.get(row.productCode) ?? [];
      return row.ownerId === null
        ? null
        : (roles.get(row.ownerId) ?? []).flatMap((role) => permissionsOfRole(this.catalogue, role));
    };
    return (row) => {
      // Whatever was asked for: nothing of it holds.
      const asked = row.permissions === unreadable ? [] : row.permissions;
      return [...permissionsOfKey(this.catalogue, kindOf(row), asked, ceiling(row))];
    };
  }
}
