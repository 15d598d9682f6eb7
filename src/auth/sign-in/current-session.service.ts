import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../../platform/database';
import { notFound } from '../../platform/http';
import { readTimeZone } from '../../platform/time-zones';
import { noUser, type Principal, type PrincipalCompany } from '../../tenancy';
import { Memberships, UserDirectory } from '../../users';
import { SessionPrincipal } from '../sessions/session-principal';
import { Sessions } from '../sessions/sessions';
import { type SessionView } from '../sessions/sessions.schema';

/** The caller's own session: showing it, moving it to another company, and ending it. */
@Injectable()
export class CurrentSessionService {
  constructor(
    private readonly sessions: Sessions,
    private readonly principals: SessionPrincipal,
    private readonly memberships: Memberships,
    private readonly users: UserDirectory,
    private readonly units: UnitOfWork,
  ) {}

  async view(principal: Principal, tx?: Tx): Promise<SessionView> {
    const { user, company, method, permissions, productPermissions } = principal;
    if (user === null) throw noUser();
    const companies = await this.companiesOf(principal, tx);
    return {
      user: { id: user.id, username: user.username },
      company: company && toShown(company),
      companies: companies.map(toShown),
      method,
      permissions: [...permissions, ...productPermissions],
    };
  }

  /** The view of a session as a unit of work opens it, or changes it. */
  async viewOf(
    session: { readonly id: string; readonly userId: string; readonly companyId: string | null },
    tx: Tx,
  ): Promise<SessionView> {
    const principal = await this.principals.of(session, tx);
    if (principal === null) throw noUser();
    return this.view(principal, tx);
  }

  /** @throws 404 for a company that the person is not an active member of, known or not. */
  async switchTo(principal: Principal, companyId: string): Promise<SessionView> {
    const { user, session } = principal;
    if (user === null || session === null) throw noUser();
    return this.units.run(async (tx) => {
      const companies = principal.operator ? [] : await this.memberships.of(user.id, tx);
      if (!companies.some(({ id }) => id === companyId)) throw notFound();
      await this.sessions.moveTo(session.id, companyId, tx);
      await this.users.rememberCompany(user.id, companyId, tx);
      return this.viewOf({ id: session.id, userId: user.id, companyId }, tx);
    });
  }

  async end(principal: Principal): Promise<void> {
    if (principal.session !== null) await this.sessions.end(principal.session.id);
  }

  /** Where one can switch to. A key acts for one company, and platform staff for none. */
  private async companiesOf(
    { user, key, company, operator }: Principal,
    tx?: Tx,
  ): Promise<PrincipalCompany[]> {
    if (user === null || operator) return [];
    if (key !== null) return company === null ? [] : [company];
    return this.memberships.of(user.id, tx);
  }
}

function toShown({
  id,
  name,
  slug,
  suspended,
  timeZone,
}: PrincipalCompany): SessionView['companies'][number] {
  return { id, name, slug, suspended, timeZone: readTimeZone(timeZone) };
}
