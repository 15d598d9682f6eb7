import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock, Ids } from '../platform';
import { Reader, type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { type Principal } from '../tenancy';
import { MemberEntity } from './member.entity';
import { UserEntity } from './user.entity';

export interface NamedUser {
  readonly id: string;
  readonly username: string;
  /** Whether they are an active member of the company that asks. */
  readonly active: boolean;
}

/** People, whatever company they act for. They belong to none, so this is one of the doors past tenancy. */
@Injectable()
export class UserDirectory {
  constructor(
    private readonly reader: Reader,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @param username canonical. */
  byUsername(username: string): Promise<UserEntity | null> {
    return managerOf(this.reader).findOne(UserEntity, { where: { username } });
  }

  byId(id: string): Promise<UserEntity | null> {
    return managerOf(this.reader).findOne(UserEntity, { where: { id } });
  }

  /** The names of people who did something in the principal's company, also of those who have left it since. */
  async named(principal: Principal, ids: readonly string[]): Promise<ReadonlyMap<string, NamedUser>> {
    const manager = managerOf(this.reader);
    const users = await manager.find(UserEntity, { where: { id: In(ids) } });
    const companyId = principal.company?.id ?? '';
    const members = await manager.find(MemberEntity, {
      where: { companyId, userId: In(ids), status: 'active' },
    });
    const active = new Set(members.map((member) => member.userId));
    return new Map(users.map(({ id, username }) => [id, { id, username, active: active.has(id) }]));
  }

  /** @param username canonical. @returns the id. Throws the database's unique violation when the username is taken. */
  async insert(username: string, passwordHash: string, tx: Tx): Promise<string> {
    const id = this.ids.next();
    const createdAt = this.clock.now();
    await managerOf(tx).insert(UserEntity, {
      id,
      username,
      passwordHash,
      operator: false,
      lastCompanyId: null,
      createdAt,
    });
    return id;
  }

  /** @returns false when the password is no longer the one of `from`; then it stays. */
  async exchangePassword(id: string, from: string, to: string, tx: Tx): Promise<boolean> {
    const replaced = await managerOf(tx).update(UserEntity, { id, passwordHash: from }, { passwordHash: to });
    return replaced.affected === 1;
  }

  async rememberCompany(id: string, lastCompanyId: string | null, tx: Tx): Promise<void> {
    await managerOf(tx).update(UserEntity, { id }, { lastCompanyId });
  }
}
