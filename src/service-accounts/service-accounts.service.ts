import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../libs/events';
import { KeptAnswers } from '../access';
import { EventLog } from '../audit';
import { Receipts } from '../cluster';
import { isUniqueViolation, type Purpose, type Tx, UnitOfWork } from '../platform/database';
import { type Principal } from '../tenancy';
import { AccountChanges } from './account-changes';
import { ServiceAccounts } from './service-accounts';
import { accountNameTaken } from './service-accounts.problems';
import {
  type ChangedServiceAccount,
  type DeletedServiceAccount,
  type NewServiceAccount,
  type ServiceAccountPatch,
  type ServiceAccountView,
} from './service-accounts.schema';

/** Makes, changes and deletes the service accounts of a company. */
@Injectable()
export class ServiceAccountsService {
  constructor(
    private readonly accounts: ServiceAccounts,
    private readonly changes: AccountChanges,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
    private readonly receipts: Receipts,
    private readonly answers: KeptAnswers,
  ) {}

  /** @throws 422 for a name or role that cannot be, 403 for a role beyond the principal's rights, 409 for a name that is taken. */
  create(principal: Principal, input: NewServiceAccount): Promise<ServiceAccountView> {
    return this.writing(async (tx) => {
      const id = await this.changes.insert(principal, input, tx);
      const account = await this.accounts.get(principal, id, tx);
      const { name, description, roles } = account;
      const given = roles.map((role) => role.name);
      this.events.append(
        tx,
        principal,
        eventOf(events.serviceAccountCreated, id, { name, description, given }),
      );
      this.answers.keep(principal, tx, () => account);
      return account;
    });
  }

  /** @throws 404, and as `create`; also 403 for activating or renaming an account that holds more than the principal. */
  async update(principal: Principal, id: string, patch: ServiceAccountPatch): Promise<ChangedServiceAccount> {
    const { account, event } = await this.writing(
      async (tx) => {
        const before = await this.accounts.lock(principal, id, tx);
        const { given, taken } = await this.changes.apply(principal, before, patch, tx);
        const account = await this.accounts.get(principal, id, tx);
        const data = { ...factsOf(account), given, taken, before: factsOf(before) };
        const event = this.events.append(tx, principal, eventOf(events.serviceAccountUpdated, id, data));
        return { account, event };
      },
      { ends: patch.active === false },
    );
    return { ...account, revocation: await this.receipts.awaitEffective(event) };
  }

  /** Its keys are refused from the next request on, and never work again. @throws 404. */
  async remove(principal: Principal, id: string): Promise<DeletedServiceAccount> {
    const event = await this.writing(
      async (tx) => {
        const account = await this.accounts.lock(principal, id, tx);
        await this.changes.remove(principal, account, tx);
        const deleted = eventOf(events.serviceAccountDeleted, id, { name: account.name });
        return this.events.append(tx, principal, deleted);
      },
      { ends: true },
    );
    return { revocation: await this.receipts.awaitEffective(event) };
  }

  private async writing<T>(work: (tx: Tx) => Promise<T>, purpose: Purpose = {}): Promise<T> {
    try {
      return await this.units.run(work, purpose);
    } catch (error) {
      if (isUniqueViolation(error)) throw accountNameTaken({ cause: error });
      throw error;
    }
  }
}

function factsOf({ name, description, active }: ServiceAccountView) {
  return { name, description, active };
}
