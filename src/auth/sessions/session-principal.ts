import { Injectable } from '@nestjs/common';
import { CompanyPermissions, PermissionCatalogue } from '../../../libs/permissions';
import { Reader, toFlag, toJson, type Tx, unreadable } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { toOffers } from '../../products';
import { storedRolePermissions } from '../../roles';
import { type Principal, type PrincipalCompany, principalWith } from '../../tenancy';
import { type PersonRow, personStatement } from './person-statement';

/** Whose session it is, and the company that it is to act for. */
interface Session {
  readonly id: string;
  readonly userId: string;
  readonly companyId: string | null;
}

/** Works out who a session is: the person, the company if they still are an active member of it, and their rights there. */
@Injectable()
export class SessionPrincipal {
  constructor(
    private readonly reader: Reader,
    private readonly catalogue: PermissionCatalogue,
  ) {}

  /** @returns null when the person is gone. */
  async of({ id, userId, companyId }: Session, tx?: Tx): Promise<Principal | null> {
    const manager = managerOf(tx ?? this.reader);
    return this.from(id, await manager.query<PersonRow[]>(personStatement, [companyId, userId]));
  }

  /** The same of rows that are read already. */
  from(sessionId: string, rows: readonly PersonRow[]): Principal | null {
    const [row] = rows;
    if (row === undefined || row.user_id === null) return null;
    const operator = toFlag(row.operator) === true;
    // Platform staff act for no company, whatever they are a member of.
    const company = operator ? null : companyOf(row);
    return principalWith({
      company,
      user: { id: row.user_id, username: row.username },
      key: null,
      session: { id: sessionId },
      operator,
      method: 'password',
      ...(company === null ? { permissions: [] } : this.rightsOf(rows)),
    });
  }

  private rightsOf(rows: readonly PersonRow[]): Pick<Principal, 'permissions' | 'productPermissions'> {
    const all = new CompanyPermissions(this.catalogue, toOffers(rows));
    const roles = rows.filter(({ role_id: id }) => id !== null);
    const held = [...new Set(roles.flatMap((row) => all.ofRole(roleOf(row))))];
    return { permissions: all.forRoutes(held), productPermissions: all.forProducts(held) };
  }
}

function companyOf(row: PersonRow): PrincipalCompany | null {
  const { company_id: id, company_name: name, slug, status, time_zone: timeZone } = row;
  return id === null ? null : { id, name, slug, suspended: status === 'suspended', timeZone };
}

function roleOf({ system_code: systemCode, role_permissions: stored }: PersonRow) {
  const permissions = toJson(storedRolePermissions, stored);
  return { systemCode, permissions: permissions === unreadable ? [] : permissions };
}
