import { Injectable } from '@nestjs/common';
import { type CompanyPermissions, type Permission } from '../../../libs/permissions';
import { type Tx, unreadable } from '../../platform/database';
import { ProductCatalogue, ProductOffers } from '../../products';
import { type Principal } from '../../tenancy';
import { MemberRights } from '../../users';
import { permissionsOfKey } from '../key-rights';
import { kindOf } from '../key-kind';
import { type FoundKeyRow } from '../key-rows';

/** What keys may do at this moment: what was asked for, as far as their products grant it and their owners hold it. */
@Injectable()
export class LivePermissions {
  constructor(
    private readonly offers: ProductOffers,
    private readonly products: ProductCatalogue,
    private readonly rights: MemberRights,
  ) {}

  /** @returns what tells the permissions of each of these keys. */
  async of(
    principal: Principal,
    rows: readonly FoundKeyRow[],
    tx?: Tx,
  ): Promise<(row: FoundKeyRow) => Permission[]> {
    return this.among(principal, rows, await this.offers.of(principal, tx), tx);
  }

  /** The same, where what the keys of the company can hold is read already. */
  async among(
    principal: Principal,
    rows: readonly FoundKeyRow[],
    all: CompanyPermissions,
    tx?: Tx,
  ): Promise<(row: FoundKeyRow) => Permission[]> {
    const codes = [...new Set(rows.flatMap((row) => row.productCode ?? []))];
    const grants = await this.products.grantsOf(codes, tx);
    const owners = [...new Set(rows.flatMap((row) => row.ownerId ?? []))];
    const roles = await this.rights.rolesOf(principal, owners, tx);
    const ofOwners = new Map(
      [...roles].map(([id, held]) => [id, [...new Set(held.flatMap((role) => all.ofRole(role)))]]),
    );
    const ceiling = ({ productCode, ownerId }: FoundKeyRow): readonly Permission[] | null => {
      if (productCode !== null) return [...(grants.get(productCode) ?? []), ...all.ofProduct(productCode)];
      return ownerId === null ? null : (ofOwners.get(ownerId) ?? []);
    };
    return (row) => {
      // Whatever was asked for: nothing of it holds.
      const asked = row.permissions === unreadable ? [] : row.permissions;
      const key = { kind: kindOf(row), productCode: row.productCode };
      return [...permissionsOfKey(all, key, asked, ceiling(row))];
    };
  }
}
