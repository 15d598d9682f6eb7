import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/database';
import { namedFields, type PatchFields } from '../platform/http';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { MemberEntity, MemberRights, NewMembers, RoleAssignment, UserDirectory } from '../users';
import { accountName } from './account-name';
import { ServiceAccountEntity } from './service-account.entity';
import {
  type NewServiceAccount,
  type ServiceAccountPatch,
  type ServiceAccountView,
} from './service-accounts.schema';

/** The names of the roles that a change gives and takes. */
interface ChangedRoles {
  readonly given: string[];
  readonly taken: string[];
}

/** Changes service accounts, inside a unit of work: the user, the member and its roles, and the account itself. */
@Injectable()
export class AccountChanges {
  constructor(
    @InjectScoped(ServiceAccountEntity) private readonly rows: ScopedRepository<ServiceAccountEntity>,
    @InjectScoped(MemberEntity) private readonly members: ScopedRepository<MemberEntity>,
    private readonly rights: MemberRights,
    private readonly users: UserDirectory,
    private readonly newMembers: NewMembers,
    private readonly assignment: RoleAssignment,
  ) {}

  /** @returns the id. @throws 422, 403 `role-exceeds-yours`, and the database's unique violation for a name that is taken. */
  async insert(
    principal: Principal,
    { name: asked, description, roles }: NewServiceAccount,
    tx: Tx,
  ): Promise<string> {
    const { name, nameSkeleton, username } = accountName(asked, slugOf(principal));
    const id = await this.users.insertMachine(username, tx);
    await this.newMembers.insert(principal, id, [], tx);
    await this.rows.of(principal, tx).insert({ id, name, nameSkeleton, description: description ?? null });
    await this.assignment.replace(principal, id, roles, tx);
    return id;
  }

  /** Merges the patch. @throws as `insert`, and 403 for activating or renaming an account that holds more than the principal. */
  async apply(
    principal: Principal,
    account: ServiceAccountView,
    patch: ServiceAccountPatch,
    tx: Tx,
  ): Promise<ChangedRoles> {
    const changed: ChangedRoles = { given: [], taken: [] };
    const fields: PatchFields<ServiceAccountPatch, Promise<Partial<ChangedRoles>>> = this.fieldsOf(
      principal,
      account,
      tx,
    );
    for (const change of namedFields(patch, fields)) {
      const { given = [], taken = [] } = await change();
      changed.given.push(...given);
      changed.taken.push(...taken);
    }
    return changed;
  }

  /** The user stays: keys and events name it. Its membership goes, and with it whatever its keys could do. */
  async remove(principal: Principal, account: ServiceAccountView, tx: Tx): Promise<void> {
    const { id, username } = account;
    await this.rows.of(principal, tx).delete({ id });
    await this.assignment.clear(principal, id, tx);
    await this.members.of(principal, tx).delete({ userId: id });
    await this.users.retireMachine(id, username, tx);
  }

  private fieldsOf(principal: Principal, { id, ...before }: ServiceAccountView, tx: Tx) {
    const rows = this.rows.of(principal, tx);
    return {
      name: async (asked) => {
        const { name, nameSkeleton, username } = accountName(asked, slugOf(principal));
        if (name === before.name) return {};
        // A name that is given up can be taken by another account, which then passes for this one.
        await this.rights.assertCoveredBy(principal, id, tx);
        await rows.update({ id }, { name, nameSkeleton });
        await this.users.renameMachine(id, username, tx);
        return {};
      },
      description: async (description) => {
        await rows.update({ id }, { description });
        return {};
      },
      roles: async (roles) => {
        const { given, taken } = await this.assignment.replace(principal, id, roles, tx);
        return { given: given.map(({ name }) => name), taken: taken.map(({ name }) => name) };
      },
      // After the roles: who activates an account must hold what it then holds.
      active: async (active) => {
        if (active && !before.active) await this.rights.assertCoveredBy(principal, id, tx);
        const status = active ? 'active' : 'deactivated';
        await this.members.of(principal, tx).update({ userId: id }, { status });
        return {};
      },
    } satisfies PatchFields<ServiceAccountPatch, Promise<Partial<ChangedRoles>>>;
  }
}

function slugOf({ company }: Principal): string {
  return company?.slug ?? '';
}
