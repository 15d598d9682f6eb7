import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Clock, Ids } from '../platform';
import { Reader, type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { type Principal } from '../tenancy';
import { MemberEntity } from './member.entity';
import { PasswordResetEntity } from './password-reset.entity';
import { nobodysHash } from './passwords';
import { releasedUsername, shownUsername, UserEntity } from './user.entity';

export interface NamedUser {
  readonly id: string;
  readonly username: string;
  /** Whether they are an active member of the company that asks. */
  readonly active: boolean;
  /** A service account, or a service key of the platform. */
  readonly machine: boolean;
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

  /** @returns null for nobody, and for an account that was released. */
  byId(id: string, tx?: Tx): Promise<UserEntity | null> {
    return managerOf(tx ?? this.reader).findOne(UserEntity, { where: { id, releasedAt: IsNull() } });
  }

  /** The names of people who did something in the principal's company, also of those who have left it since. */
  async named(
    principal: Principal,
    ids: readonly string[],
    tx?: Tx,
  ): Promise<ReadonlyMap<string, NamedUser>> {
    if (ids.length === 0) return new Map();
    const manager = managerOf(tx ?? this.reader);
    const users = await manager.find(UserEntity, { where: { id: In(ids) } });
    const companyId = principal.company?.id ?? '';
    const members = await manager.find(MemberEntity, {
      where: { companyId, userId: In(ids), status: 'active' },
    });
    const active = new Set(members.map((member) => member.userId));
    return new Map(
      users.map((user) => {
        const { id, serviceAccount: machine } = user;
        return [id, { id, username: shownUsername(user), active: active.has(id), machine }];
      }),
    );
  }

  /**
   * Makes a service account, which nobody can sign in as.
   * @param username canonical.
   * @returns the id. Throws the database's unique violation when the username is taken.
   */
  async insertMachine(username: string, tx: Tx): Promise<string> {
    return this.insertUser({ username, passwordHash: nobodysHash, serviceAccount: true }, tx);
  }

  /** Makes the row that the keys and events of a service key name as their maker. Nobody can type its username, or sign in as it. */
  async insertServiceKey(id: string, tx: Tx): Promise<void> {
    const username = `service-key:${id}`;
    await this.insertUser({ id, username, passwordHash: nobodysHash, serviceAccount: true }, tx);
  }

  /** Gives a service account another username. Throws the database's unique violation when it is taken. */
  async renameMachine(id: string, username: string, tx: Tx): Promise<void> {
    await managerOf(tx).update(UserEntity, { id, serviceAccount: true }, { username });
  }

  /** Frees the username of a service account that is deleted: what it did is still told under it. */
  async retireMachine(id: string, formerUsername: string, tx: Tx): Promise<void> {
    const change = { username: releasedUsername(id), formerUsername };
    await managerOf(tx).update(UserEntity, { id, serviceAccount: true }, change);
  }

  /** The same for all service accounts of a company that is closed. */
  async retireMachinesOf(companyId: string, tx: Tx): Promise<void> {
    await managerOf(tx)
      .createQueryBuilder()
      .update(UserEntity)
      // What they were called stays remembered; MySQL assigns from left to right.
      .set({
        formerUsername: () => 'username',
        username: () => `REPLACE('${releasedUsername('*')}', '*', id)`,
      })
      .where('service_account = :machine AND former_username IS NULL', { machine: true })
      .andWhere('id IN (SELECT user_id FROM members WHERE company_id = :companyId)', { companyId })
      .execute();
  }

  /**
   * @param username canonical.
   * @param operator whether this is platform staff.
   * @param id the id that was reserved for this person, if any.
   * @returns the id. Throws the database's unique violation when the username is taken.
   */
  insert(
    username: string,
    passwordHash: string,
    tx: Tx,
    choice: { readonly operator?: boolean; readonly id?: string } = {},
  ): Promise<string> {
    return this.insertUser({ username, passwordHash, ...choice }, tx);
  }

  /** @returns false when the password is no longer the one of `from`; then it stays. */
  async exchangePassword(id: string, from: string, to: string, tx: Tx): Promise<boolean> {
    return this.changePassword({ id, passwordHash: from }, to, tx);
  }

  /**
   * The person, locked until the unit ends, so that nobody can change their password or join them to a company.
   * @returns null for nobody, and for an account that was released.
   */
  lock(id: string, tx: Tx): Promise<UserEntity | null> {
    return managerOf(tx).findOne(UserEntity, { where: { id, releasedAt: IsNull() }, ...lockedIn(tx) });
  }

  /** Gives the person another password. Who may is the caller's question. */
  async resetPassword(id: string, passwordHash: string, tx: Tx): Promise<void> {
    await this.changePassword({ id }, passwordHash, tx);
  }

  async rememberCompany(id: string, lastCompanyId: string | null, tx: Tx): Promise<void> {
    await managerOf(tx).update(UserEntity, { id }, { lastCompanyId });
  }

  private async insertUser(
    user: Pick<UserEntity, 'username' | 'passwordHash'> & Partial<UserEntity>,
    tx: Tx,
  ): Promise<string> {
    const { id = this.ids.timeless(), operator = false, serviceAccount = false } = user;
    const unreleased = { releasedAt: null, formerUsername: null };
    const begun = { lastCompanyId: null, createdAt: this.clock.now() };
    const row = { ...user, id, operator, serviceAccount, ...begun, ...unreleased };
    await managerOf(tx).insert(UserEntity, row);
    return id;
  }

  /** The only place where a password is replaced: what was issued to replace the former one ends with it. */
  private async changePassword(
    whose: Pick<UserEntity, 'id'> & Partial<UserEntity>,
    passwordHash: string,
    tx: Tx,
  ): Promise<boolean> {
    const manager = managerOf(tx);
    const { affected } = await manager.update(UserEntity, whose, { passwordHash });
    if (affected !== 1) return false;
    const open = { userId: whose.id, usedAt: IsNull() };
    await manager.update(PasswordResetEntity, open, { usedAt: this.clock.now() });
    return true;
  }
}

/** SQLite has one writer at a time and needs no lock. */
function lockedIn(tx: Tx): { lock?: { mode: 'pessimistic_write' } } {
  return tx.dialect === 'mysql' ? { lock: { mode: 'pessimistic_write' } } : {};
}
