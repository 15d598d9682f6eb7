import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/database';
import { notFound, type Page, type PageRequest, startAfter, toPage } from '../platform/http';
import { isId, shownTime } from '../platform';
import { type RoleEntity } from '../roles';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { Invitations, type InvitationWithRoles } from './invitations';
import { MemberEntity } from './member.entity';
import { MemberRights } from './member-rights';
import { UserEntity } from './user.entity';
import { type MemberView } from './users.schema';

type MemberWithUser = MemberEntity & { readonly user: UserEntity };

/** Looks up the people of a company: its members, without service accounts, and who is invited to be one. */
@Injectable()
export class MembersService {
  constructor(
    @InjectScoped(MemberEntity) private readonly members: ScopedRepository<MemberEntity>,
    private readonly rights: MemberRights,
    private readonly invitations: Invitations,
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
    const members = rows.map((row) => toView(row, roles.get(row.userId) ?? []));
    const invited = await this.invitations.list(principal, after, request.limit + 1);
    const all = [...members, ...invited.map(toInvitedView)].sort(byUsername);
    return toPage(
      all,
      request.limit,
      (view) => view.username,
      (view) => view,
    );
  }

  /** Whether the person with this username is a member, active or not. */
  async isMember(principal: Principal, username: string, tx: Tx): Promise<boolean> {
    return (await this.withUser(principal, tx).and('user.username = :username', { username }).count()) > 0;
  }

  /** @throws 404 for someone who is neither a member of the principal's company nor invited to be one. */
  async get(principal: Principal, userId: string, tx?: Tx): Promise<MemberView> {
    if (!isId(userId)) throw notFound();
    const [row] = await this.withUser(principal, tx).and('member.userId = :userId', { userId }).all();
    if (row === undefined) return this.getInvited(principal, userId, tx);
    const roles = await this.rights.rolesOf(principal, [userId], tx);
    return toView(row, roles.get(userId) ?? []);
  }

  private async getInvited(principal: Principal, id: string, tx?: Tx): Promise<MemberView> {
    const invitation = await this.invitations.find(principal, id, tx);
    if (invitation === null) throw notFound();
    return toInvitedView(invitation);
  }

  private withUser(principal: Principal, tx?: Tx) {
    return this.members
      .of(principal, tx)
      .query('member')
      .innerJoinShared('user', UserEntity, 'user.id = member.userId')
      .and('user.serviceAccount = :machine', { machine: 0 })
      .orderBy('user.username', 'ASC');
  }
}

function toView(
  { userId: id, user, status, createdAt }: MemberWithUser,
  roles: readonly RoleEntity[],
): MemberView {
  return viewOf({ id, username: user.username, status, createdAt }, roles);
}

function toInvitedView(invitation: InvitationWithRoles): MemberView {
  return viewOf(invitation, invitation.roles);
}

function viewOf(
  { id, username, status, createdAt }: Pick<MemberView, 'id' | 'username' | 'status'> & { createdAt: Date },
  roles: readonly RoleEntity[],
): MemberView {
  return {
    id,
    username,
    status,
    roles: roles.map((role) => ({ id: role.id, name: role.name, system: role.systemCode !== null })),
    createdAt: shownTime(createdAt, id),
  };
}

/** As both databases sort: by bytes. */
function byUsername(one: MemberView, other: MemberView): number {
  return Buffer.compare(Buffer.from(one.username), Buffer.from(other.username));
}
