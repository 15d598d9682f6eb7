import { Injectable } from '@nestjs/common';
import { type Permission } from '../../../libs/permissions';
import { type Tx } from '../../platform/database';
import { ProductCatalogue } from '../../products';
import { permissionsOfRole } from '../../roles';
import { type Principal } from '../../tenancy';
import { MemberRights } from '../../users';
import { permissionsOfKey } from '../key-rights';
import { type KeyRow } from '../key-rows';

/** What keys may do at this moment: what was asked for, as far as their products grant it and their owners hold it. */
@Injectable()
export class LivePermissions {
  constructor(
    private readonly catalogue: ProductCatalogue,
    private readonly rights: MemberRights,
  ) {}

  /** @returns what tells the permissions of each of these keys. */
  async of(principal: Principal, rows: readonly KeyRow[], tx?: Tx): Promise<(row: KeyRow) => Permission[]> {
    const codes = [...new Set(rows.flatMap((row) => row.productCode ?? []))];
    const grants = await this.catalogue.grantsOf(codes, tx);
    const owners = [...new Set(rows.flatMap((row) => row.ownerId ?? []))];
    const roles = await this.rights.rolesOf(principal, owners, tx);
    const ceiling = (row: KeyRow): readonly Permission[] | null => {
      if (row.productCode !== null) return grants.get(row.productCode) ?? [];
      return row.ownerId === null
        ? null
        : (roles.get(row.ownerId) ?? []).flatMap((role) => permissionsOfRole(role));
    };
    return (row) => [...permissionsOfKey(row.kind, row.permissions, ceiling(row))];
  }
}
