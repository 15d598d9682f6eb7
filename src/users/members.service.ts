import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/database';
import { notFound, type Page, type PageRequest, startAfter, toPage } from '../platform/http';
import { isId } from '../platform';
import { type RoleEntity } from '../roles';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { MemberEntity } from './member.entity';
import { MemberRights } from './member-rights';
import { UserEntity } from './user.entity';
import { type MemberView } from './users.schema';

type MemberWithUser = MemberEntity & { readonly user: UserEntity };

/** Looks up the members of a company. */
@Injectable()
export class MembersService {
  constructor(
    @InjectScoped(MemberEntity) private readonly members: ScopedRepository<MemberEntity>,
    private readonly rights: MemberRights,
  ) {}

  async list(principal: Principal, request: PageRequest): Promise<Page<MemberView>> {
    const after = startAfter(request);
    const query = this.withUser(principal).limit(request.limit + 1);
    if (after !== null) query.and('user.username > :after', { after });
    const rows = await query.all();
    const roles = await this.rights.rolesOf(
      principal,
      rows.map((row) => row.userId),
    );
    return toPage(
      rows,
      request.limit,
      (row) => row.user.username,
      (row) => toView(row, roles.get(row.userId) ?? []),
    );
  }

  /** @throws 404 for who is no member of the principal's company. */
  async get(principal: Principal, userId: string, tx?: Tx): Promise<MemberView> {
    if (!isId(userId)) throw notFound();
    const [row] = await this.withUser(principal, tx).and('member.userId = :userId', { userId }).all();
    if (row === undefined) throw notFound();
    const roles = await this.rights.rolesOf(principal, [userId], tx);
    return toView(row, roles.get(userId) ?? []);
  }

  private withUser(principal: Principal, tx?: Tx) {
    return this.members
      .of(principal, tx)
      .query('member')
      .joinShared('user', UserEntity, 'user.id = member.userId')
      .orderBy('user.username', 'ASC');
  }
}

function toView(row: MemberWithUser, roles: readonly RoleEntity[]): MemberView {
  return {
    id: row.userId,
    username: row.user.username,
    status: row.status,
    roles: roles.map((role) => ({ id: role.id, name: role.name, system: role.systemCode !== null })),
    createdAt: row.createdAt.toISOString(),
  };
}
