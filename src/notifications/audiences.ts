import { Injectable } from '@nestjs/common';
import { type SystemRoleCode } from '../../libs/permissions';
import { ApiKeyEntity, may } from '../api-keys';
import { type EventEntity } from '../audit';
import { type Tx } from '../platform/database';
import { ProductOffers } from '../products';
import { RoleEntity } from '../roles';
import { InjectScoped, type Principal, principalWith, ScopedRepository } from '../tenancy';
import { activePeople, MemberEntity, MemberRights, MemberRoleEntity } from '../users';
import { type Audience } from './notices';

/** The people who are told of what happened in their company: active members of it, and no machines. */
@Injectable()
export class Audiences {
  constructor(
    @InjectScoped(ApiKeyEntity) private readonly keys: ScopedRepository<ApiKeyEntity>,
    @InjectScoped(MemberEntity) private readonly members: ScopedRepository<MemberEntity>,
    @InjectScoped(MemberRoleEntity) private readonly memberRoles: ScopedRepository<MemberRoleEntity>,
    private readonly rights: MemberRights,
    private readonly offers: ProductOffers,
  ) {}

  /** @param principal of the company; @returns their ids. */
  async of(principal: Principal, audience: Audience, event: EventEntity, tx: Tx): Promise<string[]> {
    switch (audience) {
      case 'person':
        return this.people(principal, [event.targetId], tx);
      case 'owners':
        return this.people(principal, await this.withRoles(principal, ['owner'], tx), tx);
      case 'holders':
      case 'keepers':
        return this.ofKey(principal, event.targetId, audience, tx);
    }
  }

  private async ofKey(principal: Principal, keyId: string, audience: Audience, tx: Tx): Promise<string[]> {
    const key = await this.keys.of(principal, tx).findOne({ id: keyId });
    if (key === null) return [];
    const holders = [key.createdBy, ...(key.ownerId === null ? [] : [key.ownerId])];
    const keepers =
      // A personal key has its owner to look after it.
      audience === 'keepers' && key.kind !== 'personal'
        ? await this.withRoles(principal, keeperRoles, tx)
        : [];
    const people = await this.people(principal, [...new Set([...holders, ...keepers])], tx);
    const roles = await this.rights.rolesOf(principal, people, tx);
    const all = await this.offers.of(principal, tx);
    return people.filter((id) => {
      const permissions = (roles.get(id) ?? []).flatMap((role) => all.ofRole(role));
      return may(principalWith({ ...principal, user: { id, username: '' }, permissions }), 'read', key);
    });
  }

  private async withRoles(principal: Principal, codes: readonly SystemRoleCode[], tx: Tx): Promise<string[]> {
    const links = await this.memberRoles
      .of(principal, tx)
      .query('link')
      .leftJoin('role', RoleEntity, 'role.id = link.roleId')
      .and('role.systemCode IN (:...codes)', { codes })
      .orderBy('link.userId', 'ASC')
      .limit(maxLinks)
      .all();
    return links.map(({ userId }) => userId);
  }

  private async people(principal: Principal, ids: readonly string[], tx: Tx): Promise<string[]> {
    if (ids.length === 0) return [];
    const members = await activePeople(this.members, principal, ids, tx).all();
    return members.map(({ userId }) => userId);
  }
}

const keeperRoles: readonly SystemRoleCode[] = ['owner', 'superadmin', 'admin', 'system-administrator'];

/** More would be a crowd in which everybody relies on the others. */
const maxLinks = 50;
