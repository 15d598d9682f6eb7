import { Injectable } from '@nestjs/common';
import { holds, type Permission } from '../../../libs/permissions';
import { fieldFault } from '../../../libs/problems';
import { assertEachPermission } from '../../access';
import { type Tx } from '../../platform/database';
import { invalidField } from '../../platform/http';
import { ProductOffers } from '../../products';
import { type AccountRights, ServiceAccounts } from '../../service-accounts';
import { type Principal } from '../../tenancy';
import { type NewKey } from '../api-keys.schema';

/** For whom a machine key is, and what it may do: always a list, so that roles which the account gets later reach no old key. */
export interface MachineKey {
  readonly ownerId: string;
  readonly ownerActive: boolean;
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
    if (named === undefined) return { ...owner, permissions: givenBy(principal, held) };
    assertEachPermission('/permissions', named, (permission) =>
      !grantable.includes(permission) || held.includes(permission) ? null : fieldFault('not-held', {}),
    );
    return { ...owner, permissions: [...new Set(named)] };
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

/** What the principal holds of it; all of it where that is nothing, which the ceiling then refuses by name. */
function givenBy(principal: Principal, held: readonly Permission[]): Permission[] {
  const given = held.filter((permission) => holds(principal, permission));
  return given.length === 0 ? [...held] : given;
}
