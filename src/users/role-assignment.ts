import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { fieldFault } from '../../libs/problems';
import { isId } from '../platform';
import { type Tx } from '../platform/database';
import { invalidFields } from '../platform/http';
import { ProductOffers } from '../products';
import { assertAssignable, RoleEntity } from '../roles';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { MemberRoleEntity } from './member-role.entity';

/** The roles that a change gives and takes. */
export interface RoleChange {
  readonly given: readonly RoleEntity[];
  readonly taken: readonly RoleEntity[];
}

/** Gives roles to members and takes them away. */
@Injectable()
export class RoleAssignment {
  constructor(
    @InjectScoped(RoleEntity) private readonly roles: ScopedRepository<RoleEntity>,
    @InjectScoped(MemberRoleEntity) private readonly memberRoles: ScopedRepository<MemberRoleEntity>,
    private readonly offers: ProductOffers,
  ) {}

  /** Makes these the member's roles. @throws as `judge` does. */
  async replace(
    principal: Principal,
    userId: string,
    roleIds: readonly string[],
    tx: Tx,
  ): Promise<RoleChange> {
    const rows = this.memberRoles.of(principal, tx);
    const links = await rows.find({ where: { userId } });
    const had = links.map((link) => link.roleId);
    const { given, taken } = await this.judge(principal, had, roleIds, tx);
    if (taken.length > 0) await rows.delete({ userId, roleId: In(taken.map((role) => role.id)) });
    for (const role of given) await rows.insert({ userId, roleId: role.id });
    return { given, taken };
  }

  /**
   * What has to be given and taken, so that these are the roles instead of those. Only what changes is judged: who gives or
   * takes a role must hold all of it.
   * @throws 422 for a role that the company does not have, 403 for one that exceeds the principal's rights.
   */
  async judge(
    principal: Principal,
    had: readonly string[],
    roleIds: readonly string[],
    tx: Tx,
  ): Promise<RoleChange> {
    const given = await this.known(principal, without(new Set(roleIds), had), roleIds, tx);
    const taken = await this.known(principal, without(new Set(had), roleIds), roleIds, tx);
    const held = await this.offers.of(principal, tx);
    for (const role of [...given, ...taken]) assertAssignable(principal, role, held);
    return { given, taken };
  }

  /** Takes away every role without checking the principal's rights: the member is leaving. */
  async clear(principal: Principal, userId: string, tx: Tx): Promise<void> {
    await this.memberRoles.of(principal, tx).delete({ userId });
  }

  private async known(
    principal: Principal,
    ids: readonly string[],
    asked: readonly string[],
    tx: Tx,
  ): Promise<RoleEntity[]> {
    const roles: RoleEntity[] = [];
    for (const id of ids.filter(isId)) {
      // Locked: a role that is edited or deleted at the same moment is judged, and given, as it is afterwards.
      const role = await this.roles.of(principal, tx).lockOne({ id });
      if (role !== null) roles.push(role);
    }
    const unknown = ids.filter((id) => !roles.some((role) => role.id === id));
    if (unknown.length > 0) {
      throw invalidFields(
        ...unknown.map((id) => ({
          pointer: `/roles/${asked.indexOf(id)}`,
          ...fieldFault('unknown-reference', { resource: 'role' }),
        })),
      );
    }
    return roles;
  }
}

function without(ids: Iterable<string>, others: readonly string[]): string[] {
  return [...ids].filter((id) => !others.includes(id));
}
