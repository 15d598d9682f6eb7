import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../libs/events';
import { forbidden } from '../access';
import { type AppendedEvent } from '../audit';
import { CompanyEntity } from '../companies';
import { Clock, isId } from '../platform';
import { type Tx, UnitOfWork } from '../platform/database';
import { notFound } from '../platform/http';
import { asOperator, type Principal } from '../tenancy';
import { Owners, shownUsername, UserEntity } from '../users';
import { companiesToLeave, type EndedUser, endUser, releaseUsername } from './end-user';
import { insideCompany } from './inside-company';
import { OperatorLog } from './operator-log';
import { type ReleasedUser } from './platform-users.schema';
import { PlatformUsersService } from './platform-users.service';

/** Releases accounts, so that their usernames are free for whom they belong to. Doing it again changes nothing. */
@Injectable()
export class ReleaseUserService {
  constructor(
    private readonly users: PlatformUsersService,
    private readonly owners: Owners,
    private readonly log: OperatorLog,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * From now on the account is nobody's: it is in no company, nobody can sign in to it, its personal keys are revoked.
   * @throws 404, 403 for an operator, 409 `last-owner` where a company that is not closed would have no active Owner.
   */
  async release(principal: Principal, id: string): Promise<ReleasedUser> {
    const { view, event } = await this.units.run(
      async (tx) => {
        const event = await this.releaseOnce(principal, id, tx);
        return { view: await this.users.get(principal, id, tx), event };
      },
      { ends: true },
    );
    return { ...view, revocation: await this.log.receipt(event) };
  }

  private async releaseOnce(principal: Principal, id: string, tx: Tx): Promise<AppendedEvent> {
    const manager = asOperator(principal, tx);
    if (!isId(id)) throw notFound();
    const at = this.clock.now();
    // First, for it locks the account: what is read afterwards, nobody adds to.
    const released = await releaseUsername(manager, id, at);
    const user = await manager.findOneBy(UserEntity, { id, serviceAccount: false });
    if (user === null) throw notFound();
    if (user.operator) throw forbidden({ detail: 'An operator is in no company and cannot be released.' });
    if (!released)
      return this.log.earlier(principal, { companyId: null, kind: events.userReleased, targetId: id }, tx);
    const companies = await companiesToLeave(manager, id);
    const ended = await this.keepingOwners(companies, tx, () => endUser(manager, id, at));
    return this.tell(principal, user, ended, tx);
  }

  /** The companies one by one, each with the row of its Owner role locked until the last is judged. */
  private keepingOwners<T>(companies: readonly CompanyEntity[], tx: Tx, end: () => Promise<T>): Promise<T> {
    const [company, ...others] = companies;
    if (company === undefined) return end();
    return this.owners.keepOne(insideCompany(company), tx, () => this.keepingOwners(others, tx, end));
  }

  /** Tells every company that it concerns, and the platform, whose event stands for all of them. */
  private tell(principal: Principal, user: UserEntity, ended: readonly EndedUser[], tx: Tx): AppendedEvent {
    const username = shownUsername(user);
    const all = { keys: 0, sessions: 0 };
    for (const { companyId, keys, sessions } of ended) {
      all.keys += keys;
      all.sessions += sessions;
      if (companyId === null) continue;
      const data = { username, keys, sessions };
      this.log.append(tx, principal, companyId, eventOf(events.userReleased, user.id, data));
    }
    return this.log.append(tx, principal, null, eventOf(events.userReleased, user.id, { username, ...all }));
  }
}
