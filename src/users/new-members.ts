import { Injectable } from '@nestjs/common';
import { Clock } from '../platform';
import { type Tx } from '../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { MemberEntity } from './member.entity';
import { MemberRoleEntity } from './member-role.entity';

/** Makes people members. */
@Injectable()
export class NewMembers {
  constructor(
    @InjectScoped(MemberEntity) private readonly members: ScopedRepository<MemberEntity>,
    @InjectScoped(MemberRoleEntity) private readonly memberRoles: ScopedRepository<MemberRoleEntity>,
    private readonly clock: Clock,
  ) {}

  /** Makes this person an active member of the principal's company with these roles. Nobody's rights are asked. */
  async insert(principal: Principal, userId: string, roleIds: readonly string[], tx: Tx): Promise<void> {
    const createdAt = this.clock.now();
    await this.members.of(principal, tx).insert({ userId, status: 'active', createdAt });
    for (const roleId of roleIds) await this.memberRoles.of(principal, tx).insert({ userId, roleId });
  }
}
