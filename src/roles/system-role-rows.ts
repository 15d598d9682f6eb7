import { Injectable } from '@nestjs/common';
import { type SystemRoleCode, systemRoles } from '../../libs/permissions';
import { Ids } from '../platform';
import { type Tx } from '../platform/database';
import { skeletonOf } from '../platform/names';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { RoleEntity } from './role.entity';

/** Gives a new company its rows for the system roles. */
@Injectable()
export class SystemRoleRows {
  constructor(
    @InjectScoped(RoleEntity) private readonly roles: ScopedRepository<RoleEntity>,
    private readonly ids: Ids,
  ) {}

  /** @returns the id of each system role in this company. */
  async insert(principal: Principal, tx: Tx): Promise<ReadonlyMap<SystemRoleCode, string>> {
    const ids = new Map<SystemRoleCode, string>();
    for (const { code, name } of systemRoles) {
      const id = this.ids.next();
      const row = { id, name, nameSkeleton: skeletonOf(name), systemCode: code, permissions: null };
      await this.roles.of(principal, tx).insert(row);
      ids.set(code, id);
    }
    return ids;
  }
}
