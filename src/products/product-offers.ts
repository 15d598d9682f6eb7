import { Injectable } from '@nestjs/common';
import { CompanyPermissions, type OfferedProduct, PermissionCatalogue } from '../../libs/permissions';
import { Reader, toFlag, toJson, type Tx, unreadable } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { type Principal } from '../tenancy';
import { storedProductPermissions } from './product.entity';

/** A product of a company as a raw query returns it; of a company without any, all is null. */
export interface OfferRow {
  readonly offer_code: string | null;
  readonly offer_name: string | null;
  readonly offer_permissions: string | null;
  readonly offer_for_members: number | null;
  readonly offer_status: string | null;
}

/** How far a company has come with a product. A retired one is off, also where a former version has enabled it again. */
export const offerStatus = `CASE WHEN pr.retired_at IS NULL THEN a.status ELSE 'disabled' END`;

/** The columns of `OfferRow`, of the tables `products pr` and `product_activations a`. */
export const offerColumns = `pr.code AS offer_code, pr.name AS offer_name, pr.permissions AS offer_permissions,
  pr.for_members AS offer_for_members, ${offerStatus} AS offer_status`;

/** Reads the products of a company. Permissions that cannot be read are none. */
export function toOffers(rows: readonly OfferRow[]): OfferedProduct[] {
  const byCode = new Map(rows.map((row) => [row.offer_code, row]));
  return [...byCode.values()].flatMap((row) => (row.offer_code === null ? [] : toOffer(row, row.offer_code)));
}

function toOffer(row: OfferRow, code: string): OfferedProduct {
  const permissions = toJson(storedProductPermissions, row.offer_permissions);
  return {
    code,
    name: row.offer_name ?? code,
    permissions: permissions === unreadable || permissions === null ? [] : permissions,
    forMembers: toFlag(row.offer_for_members) === true,
    enabled: row.offer_status === 'enabled',
  };
}

/** What the keys and roles of a company can hold. */
@Injectable()
export class ProductOffers {
  constructor(
    private readonly reader: Reader,
    private readonly catalogue: PermissionCatalogue,
  ) {}

  /** Of the principal's company; who acts for none has the permissions of this program. */
  async of({ company }: Pick<Principal, 'company'>, tx?: Tx): Promise<CompanyPermissions> {
    if (company === null) return new CompanyPermissions(this.catalogue, []);
    const rows = await managerOf(tx ?? this.reader).query<OfferRow[]>(
      `SELECT ${offerColumns} FROM product_activations a INNER JOIN products pr ON pr.code = a.product_code
       WHERE a.company_id = ? AND pr.retired_at IS NULL ORDER BY pr.code`,
      [company.id],
    );
    return new CompanyPermissions(this.catalogue, toOffers(rows));
  }
}
