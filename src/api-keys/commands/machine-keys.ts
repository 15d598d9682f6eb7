import { Injectable } from '@nestjs/common';
import { holds, type Permission } from '../../../libs/permissions';
import { fieldFault } from '../../../libs/problems';
import { type Tx } from '../../platform/database';
import { invalidField } from '../../platform/http';
import { ProductOffers } from '../../products';
import { type AccountRights, ServiceAccounts } from '../../service-accounts';
import { type Principal } from '../../tenancy';
import { permissionCeiling } from '../api-keys.problems';
import { type NewKey } from '../api-keys.schema';
import { type KeyRow } from '../key-rows';
import { assertHeldByOwner } from './key-input';

/** For whom a machine key is, and what it may do: always a list, so that roles which the account gets later reach no old key. */
export interface MachineKey {
  readonly ownerId: string;
  readonly ownerActive: boolean;
  /** As they were asked for: `orders:*` may be among them. */
  readonly permissions: Permission[];
}

/** Reads the input for machine keys, which depend on their service account as personal keys do on their owner. */
@Injectable()
export class MachineKeys {
  constructor(
    private readonly accounts: ServiceAccounts,
    private readonly offers: ProductOffers,
  ) {}

  /**
   * @returns null for a key of another kind.
   * @throws 422 for a machine key without a service account of the company, for another key with one, and for each named
   * permission that the account does not hold.
   */
  async read(principal: Principal, input: NewKey, tx: Tx): Promise<MachineKey | null> {
    const account = await this.accountOf(principal, input, tx);
    if (account === null) return null;
    const all = await this.offers.of(principal, tx);
    const grantable = all.grantableTo('machine', null);
    const held = grantable.filter((permission) => account.permissions.includes(permission));
    const { permissions: named } = input;
    const owner = { ownerId: account.id, ownerActive: account.active };
    if (named === undefined) return { ...owner, permissions: givenBy(principal, held, grantable) };
    assertHeldByOwner(
      named,
      grantable.filter((permission) => !held.includes(permission)),
    );
    return { ...owner, permissions: named };
  }

  /**
   * For a key whose permissions are changed. Only what is added counts.
   * @param given null where none are listed.
   * @throws 422 for each permission that a machine key would get and its account does not hold.
   */
  async assertAccountHolds(
    principal: Principal,
    { kind, ownerId, permissions: stored }: KeyRow,
    given: readonly Permission[] | null,
    tx: Tx,
  ): Promise<void> {
    if (kind !== 'machine' || ownerId === null || given === null) return;
    const all = await this.offers.of(principal, tx);
    const before = all.named(stored ?? []);
    const held = (await this.accounts.holderOf(principal, ownerId, tx))?.permissions ?? [];
    const lacked = all.grantableTo(kind, null).filter((permission) => !held.includes(permission));
    assertHeldByOwner(
      given,
      lacked.filter((permission) => !before.includes(permission)),
    );
  }

  private async accountOf(
    principal: Principal,
    { kind, serviceAccountId: id }: NewKey,
    tx: Tx,
  ): Promise<AccountRights | null> {
    if (kind !== 'machine') {
      if (id === undefined) return null;
      throw invalidField('/serviceAccountId', fieldFault('not-allowed', {}, `A ${kind} key has none.`));
    }
    if (id === undefined) throw invalidField('/serviceAccountId', fieldFault('required', {}));
    const account = await this.accounts.holderOf(principal, id, tx);
    if (account !== null) return account;
    throw invalidField('/serviceAccountId', fieldFault('unknown-reference', { resource: 'service account' }));
  }
}

/**
 * What the principal holds of it; all of it where that is nothing, which the ceiling then refuses by name.
 * @throws 403 `permission-ceiling` where the account holds nothing that a machine key can hold.
 */
function givenBy(
  principal: Principal,
  held: readonly Permission[],
  grantable: readonly Permission[],
): Permission[] {
  if (held.length === 0) throw permissionCeiling({ members: { missing: [...grantable] } });
  const given = held.filter((permission) => holds(principal, permission));
  return given.length === 0 ? [...held] : given;
}
