import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../libs/events';
import { type CompanyPermissions, type Permission } from '../../libs/permissions';
import { fieldFault } from '../../libs/problems';
import { KeptAnswers, readGrants } from '../access';
import { EventLog } from '../audit';
import { Receipts } from '../cluster';
import { Ids, isId } from '../platform';
import {
  isForeignKeyViolation,
  isUniqueViolation,
  type Tx,
  UnitOfWork,
  type Purpose,
} from '../platform/database';
import {
  changesOf,
  invalidField,
  notFound,
  type Page,
  type PageRequest,
  type PatchFields,
  startAfter,
  toPage,
} from '../platform/http';
import { mixesScripts, skeletonOf } from '../platform/names';
import { ProductOffers } from '../products';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { RoleEntity } from './role.entity';
import { assertHoldsAll, assertHoldsRoles } from './role-power';
import { roleInUse, roleNameTaken, systemRoleFixed } from './roles.problems';
import {
  type ChangedRole,
  type DeletedRole,
  type NewRole,
  type RolePatch,
  type RoleView,
} from './roles.schema';

type Changes = Pick<RoleEntity, 'name' | 'permissions'>;

const patchFields = (held: CompanyPermissions) =>
  ({
    name: (name) => ({ name }),
    permissions: (permissions) => ({ permissions: held.store(checked(permissions, held)) }),
  }) satisfies PatchFields<RolePatch, Partial<Changes>>;

/** The roles of a company. */
@Injectable()
export class RolesService {
  constructor(
    @InjectScoped(RoleEntity) private readonly roles: ScopedRepository<RoleEntity>,
    private readonly offers: ProductOffers,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
    private readonly receipts: Receipts,
    private readonly answers: KeptAnswers,
    private readonly ids: Ids,
  ) {}

  async list(principal: Principal, request: PageRequest): Promise<Page<RoleView>> {
    const query = this.roles
      .of(principal)
      .query('role')
      .orderBy('role.name', 'ASC')
      .limit(request.limit + 1);
    const held = await this.offers.of(principal);
    const after = startAfter(request);
    if (after !== null) query.and('role.name > :after', { after });
    return toPage(
      await query.all(),
      request.limit,
      (role) => role.name,
      (role) => toView(role, held),
    );
  }

  async create(principal: Principal, role: NewRole): Promise<RoleView> {
    const held = await this.offers.of(principal);
    const wanted = checked(role.permissions, held);
    assertHoldsAll(principal, wanted);
    const permissions = held.store(wanted);
    const row = { id: this.ids.next(), name: role.name, systemCode: null, permissions };
    await this.writing(async (tx) => {
      await this.roles.of(principal, tx).insert({ ...row, nameSkeleton: skeletonOf(row.name) });
      assertOneScript(row.name);
      this.events.append(
        tx,
        principal,
        eventOf(events.roleCreated, row.id, { name: role.name, ...held.logged(permissions) }),
      );
      this.answers.keep(principal, tx, () => toView(row, held));
    });
    return toView(row, held);
  }

  /**
   * Who edits a role must hold all of it, both before and after. A new list replaces also what means nothing now, which only who
   * has all that an Owner has may do.
   */
  async update(principal: Principal, id: string, patch: RolePatch): Promise<ChangedRole> {
    const { view, event } = await this.writing(async (tx) => {
      const held = await this.offers.of(principal, tx);
      const role = await this.editable(principal, id, held, tx);
      const changes = changesOf<RolePatch, Changes>(patch, patchFields(held));
      const { name = role.name, permissions = role.permissions } = changes;
      const changed = { id, name, permissions, systemCode: role.systemCode };
      assertHoldsRoles(principal, [changed], held);
      // A role that keeps its name keeps its skeleton: one that a migration found taken stands beside it.
      const renamed = name === role.name ? {} : { nameSkeleton: skeletonOf(name) };
      await this.roles.of(principal, tx).update({ id }, { name, permissions, ...renamed });
      if (name !== role.name) assertOneScript(name);
      const event = this.events.append(
        tx,
        principal,
        eventOf(events.roleUpdated, id, {
          name,
          ...(permissions === null ? { permissions } : held.logged(permissions)),
          before: { name: role.name, permissions: role.permissions && held.named(role.permissions) },
        }),
      );
      return { view: toView(changed, held), event };
    });
    return { ...view, revocation: await this.receipts.awaitEffective(event) };
  }

  async remove(principal: Principal, id: string): Promise<DeletedRole> {
    const event = await this.writing(
      async (tx) => {
        const role = await this.editable(principal, id, await this.offers.of(principal, tx), tx);
        await this.roles.of(principal, tx).delete({ id });
        return this.events.append(tx, principal, eventOf(events.roleDeleted, id, { name: role.name }));
      },
      { ends: true },
    );
    return { revocation: await this.receipts.awaitEffective(event) };
  }

  private async editable(
    principal: Principal,
    id: string,
    held: CompanyPermissions,
    tx: Tx,
  ): Promise<RoleEntity> {
    // Locked: what is judged here is what will be changed, however many edit or delete it at once.
    const role = isId(id) ? await this.roles.of(principal, tx).lockOne({ id }) : null;
    if (role === null) throw notFound();
    assertHoldsRoles(principal, [role], held);
    if (role.systemCode !== null) throw systemRoleFixed();
    return role;
  }

  private async writing<T>(work: (tx: Tx) => Promise<T>, purpose: Purpose = {}): Promise<T> {
    try {
      return await this.units.run(work, purpose);
    } catch (error) {
      if (isUniqueViolation(error)) throw roleNameTaken({ cause: error });
      if (isForeignKeyViolation(error)) throw roleInUse({ cause: error });
      throw error;
    }
  }
}

/** @returns each once. @throws 422 for each permission that there is not. */
function checked(permissions: readonly Permission[], held: CompanyPermissions): Permission[] {
  return readGrants('/permissions', permissions, held.grantableToRoles(), () =>
    fieldFault('unknown-reference', { resource: 'permission' }),
  );
}

function toView(
  role: Pick<RoleEntity, 'id' | 'name' | 'systemCode' | 'permissions'>,
  held: CompanyPermissions,
): RoleView {
  return {
    id: role.id,
    name: role.name,
    system: role.systemCode !== null,
    permissions: [...held.ofRole(role)],
  };
}

/** Called after the row is written: a name that passes for one that is there is told first. @throws 422. */
function assertOneScript(name: string): void {
  const words = name.split(/[^\p{L}\p{M}]+/u);
  if (words.some((word) => mixesScripts(word, ['Latin'])))
    throw invalidField('/name', fieldFault('mixed-scripts', {}));
}
