import { Injectable } from '@nestjs/common';
import { type Permission } from '../../libs/permissions';
import { isId, shownTime } from '../platform';
import { type Tx } from '../platform/database';
import { notFound, type Page, type PageRequest, startAfter, toPage } from '../platform/http';
import { type RoleEntity } from '../roles';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { MemberEntity, MemberRights } from '../users';
import { ServiceAccountEntity } from './service-account.entity';
import { type ServiceAccountView } from './service-accounts.schema';

type AccountRow = ServiceAccountEntity & { readonly member: MemberEntity | null };

/** A service account, as far as its keys depend on it. */
export interface AccountRights {
  readonly id: string;
  readonly active: boolean;
  readonly permissions: readonly Permission[];
}

/** Looks up the service accounts of a company. */
@Injectable()
export class ServiceAccounts {
  constructor(
    @InjectScoped(ServiceAccountEntity) private readonly accounts: ScopedRepository<ServiceAccountEntity>,
    private readonly rights: MemberRights,
  ) {}

  /** By name. */
  async list(principal: Principal, request: PageRequest): Promise<Page<ServiceAccountView>> {
    const after = startAfter(request);
    const query = this.query(principal)
      .orderBy('account.name', 'ASC')
      .limit(request.limit + 1);
    if (after !== null) query.and('account.name > :after', { after });
    const rows = await query.all();
    const roles = await this.rights.rolesOf(
      principal,
      rows.map((row) => row.id),
    );
    return toPage(
      rows,
      request.limit,
      (row) => row.name,
      (row) => toView(principal, row, roles.get(row.id) ?? []),
    );
  }

  /** @throws 404 for an unknown or malformed id, and for another company's account. */
  async get(principal: Principal, id: string, tx?: Tx): Promise<ServiceAccountView> {
    const [row] = isId(id) ? await this.query(principal, tx).and('account.id = :id', { id }).all() : [];
    if (row === undefined) throw notFound();
    const roles = await this.rights.rolesOf(principal, [id], tx);
    return toView(principal, row, roles.get(id) ?? []);
  }

  /** The account as `get` shows it, which nobody else changes until the unit ends. */
  async lock(principal: Principal, id: string, tx: Tx): Promise<ServiceAccountView> {
    if (isId(id)) await this.accounts.of(principal, tx).lockOne({ id });
    return this.get(principal, id, tx);
  }

  /** The account that a key is made for, with everything that it holds at this moment; null where there is none. */
  async holderOf(principal: Principal, id: string, tx: Tx): Promise<AccountRights | null> {
    const [row] = isId(id) ? await this.query(principal, tx).and('account.id = :id', { id }).all() : [];
    if (row === undefined) return null;
    const permissions = await this.rights.permissionsOf(principal, id, tx);
    return { id, active: row.member?.status === 'active', permissions };
  }

  private query(principal: Principal, tx?: Tx) {
    return this.accounts
      .of(principal, tx)
      .query('account')
      .leftJoin('member', MemberEntity, 'member.userId = account.id');
  }
}

function toView(
  { company }: Principal,
  { id, name, description, member }: AccountRow,
  roles: readonly RoleEntity[],
): ServiceAccountView {
  return {
    id,
    name,
    username: `${name}@${company?.slug ?? ''}`,
    description,
    roles: roles.map((role) => ({ id: role.id, name: role.name, system: role.systemCode !== null })),
    active: member?.status === 'active',
    createdAt: shownTime(member?.createdAt ?? new Date(0), id),
  };
}
