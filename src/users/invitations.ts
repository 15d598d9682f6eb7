import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock, dayMs, Ids } from '../platform';
import { type Tx } from '../platform/database';
import { ProductOffers } from '../products';
import { assertHoldsRoles, RoleEntity } from '../roles';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { InvitationRoleEntity } from './invitation-role.entity';
import { InvitationEntity } from './invitation.entity';
import { RoleAssignment, type RoleChange } from './role-assignment';
import { newToken } from './token';
import { type InvitationView } from './users.schema';

const lifetimeMs = 7 * dayMs;

export interface InvitationWithRoles extends Pick<
  InvitationEntity,
  'id' | 'username' | 'status' | 'createdAt'
> {
  readonly roles: readonly RoleEntity[];
}

/** The invitations of a company. Permissions are not checked here, except for the roles that are given. */
@Injectable()
export class Invitations {
  constructor(
    @InjectScoped(InvitationEntity) private readonly rows: ScopedRepository<InvitationEntity>,
    @InjectScoped(InvitationRoleEntity) private readonly roleRows: ScopedRepository<InvitationRoleEntity>,
    @InjectScoped(RoleEntity) private readonly roles: ScopedRepository<RoleEntity>,
    private readonly offers: ProductOffers,
    private readonly assignment: RoleAssignment,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** By username. @param after the last username that is known already, or null. */
  async list(principal: Principal, after: string | null, limit: number): Promise<InvitationWithRoles[]> {
    const query = this.rows
      .of(principal)
      .query('invitation')
      .orderBy('invitation.username', 'ASC')
      .limit(limit);
    if (after !== null) query.and('invitation.username > :after', { after });
    return this.withRoles(principal, await query.all());
  }

  /** @returns null for an id that no invitation has. */
  async find(principal: Principal, id: string, tx?: Tx): Promise<InvitationWithRoles | null> {
    const row = await this.rows.of(principal, tx).byId(id);
    return row && ((await this.withRoles(principal, [row], tx))[0] ?? null);
  }

  /** The invitation that is addressed to this username, locked until the unit ends. */
  lockFor(principal: Principal, username: string, tx: Tx): Promise<InvitationEntity | null> {
    return this.rows.of(principal, tx).lockOne({ username });
  }

  /** @throws 403 `role-exceeds-yours` unless the principal holds all that who redeems it will have. */
  async assertCoveredBy(principal: Principal, id: string, tx: Tx): Promise<void> {
    const roles = (await this.find(principal, id, tx))?.roles ?? [];
    if (roles.length > 0) assertHoldsRoles(principal, roles, await this.offers.of(principal, tx));
  }

  /** Makes an invitation, or gives one a new token; an earlier token stops working. @param id null to make one. */
  async issue(
    principal: Principal,
    { id, username }: { readonly id: string | null; readonly username: string },
    tx: Tx,
  ): Promise<{ id: string; invitation: InvitationView }> {
    const { token, tokenHash } = newToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + lifetimeMs);
    const invitation = { token, expiresAt: expiresAt.toISOString() };
    const invitedBy = principal.user?.id ?? null;
    const rows = this.rows.of(principal, tx);
    if (id !== null) {
      await rows.update({ id }, { tokenHash, expiresAt, invitedBy });
      return { id, invitation };
    }
    const made = { id: this.ids.timeless(), username, status: 'invited', createdAt: now } as const;
    await rows.insert({ ...made, tokenHash, expiresAt, invitedBy });
    return { id: made.id, invitation };
  }

  /** Gives a new invitation its roles. Nobody's rights are asked. */
  async insertRoles(
    principal: Principal,
    invitationId: string,
    roleIds: readonly string[],
    tx: Tx,
  ): Promise<void> {
    for (const roleId of roleIds) await this.roleRows.of(principal, tx).insert({ invitationId, roleId });
  }

  /** @throws 422 and 403 as `RoleAssignment.judge` does. */
  async setRoles(principal: Principal, id: string, roleIds: readonly string[], tx: Tx): Promise<RoleChange> {
    const rows = this.roleRows.of(principal, tx);
    const had = (await rows.find({ where: { invitationId: id } })).map(({ roleId }) => roleId);
    const change = await this.assignment.judge(principal, had, roleIds, tx);
    for (const { id: roleId } of change.taken) await rows.delete({ invitationId: id, roleId });
    for (const { id: roleId } of change.given) await rows.insert({ invitationId: id, roleId });
    return change;
  }

  /** Deactivating ends the token for good. @returns false when there is no such invitation. */
  async setActive(principal: Principal, id: string, active: boolean, tx: Tx): Promise<boolean> {
    const patch = active
      ? ({ status: 'invited' } as const)
      : ({ status: 'deactivated', tokenHash: null, expiresAt: null } as const);
    return (await this.rows.of(principal, tx).update({ id }, patch)) > 0;
  }

  /** Its roles go with it. @returns false when there is no such invitation. */
  async cancel(principal: Principal, id: string, tx: Tx): Promise<boolean> {
    return (await this.rows.of(principal, tx).delete({ id })) > 0;
  }

  private async withRoles(
    principal: Principal,
    rows: readonly InvitationEntity[],
    tx?: Tx,
  ): Promise<InvitationWithRoles[]> {
    const ofThese = In(rows.map(({ id }) => id));
    const links = await this.roleRows.of(principal, tx).find({ where: { invitationId: ofThese } });
    const theirs = In(links.map(({ roleId }) => roleId));
    const roles = await this.roles.of(principal, tx).find({ where: { id: theirs }, order: { name: 'ASC' } });
    return rows.map(({ id, username, status, createdAt }) => {
      const own = links.filter(({ invitationId }) => invitationId === id).map(({ roleId }) => roleId);
      return { id, username, status, createdAt, roles: roles.filter((role) => own.includes(role.id)) };
    });
  }
}
