import { Injectable } from '@nestjs/common';
import { isId, shownTime } from '../../platform';
import { notFound, type Page, type PageRequest, startAfter, toPage } from '../../platform/http';
import { noUser, type Principal, type PrincipalCompany } from '../../tenancy';
import { Memberships } from '../../users';
import { type MySessionView } from './my-sessions.schema';
import { type SessionEntity } from '../sessions/session.entity';
import { Sessions } from '../sessions/sessions';

/** Shows people where they are signed in, and lets them sign out there. */
@Injectable()
export class MySessionsService {
  constructor(
    private readonly sessions: Sessions,
    private readonly memberships: Memberships,
  ) {}

  async list(principal: Principal, request: PageRequest): Promise<Page<MySessionView>> {
    const { user, session: current } = principal;
    if (user === null) throw noUser();
    const rows = await this.sessions.ofUser(user.id, startAfter(request), request.limit + 1);
    const companies = await this.memberships.of(user.id);
    return toPage(
      rows,
      request.limit,
      (row) => row.id,
      (row) => toView(row, current?.id ?? null, companies),
    );
  }

  /** @throws 404 for a session that is not there, or another's. */
  async end(principal: Principal, id: string): Promise<void> {
    const { user } = principal;
    if (user === null) throw noUser();
    if (!isId(id) || !(await this.sessions.endOwn(user.id, id))) throw notFound();
  }
}

function toView(
  row: SessionEntity,
  currentId: string | null,
  companies: readonly PrincipalCompany[],
): MySessionView {
  // Of a company they are no longer in, a session acts for none.
  const company = companies.find(({ id }) => id === row.companyId);
  return {
    id: row.id,
    current: row.id === currentId,
    createdAt: shownTime(row.createdAt, row.id),
    lastSeenAt: shownTime(row.seenAt, row.id),
    address: row.address,
    userAgent: row.userAgent,
    company: company ? { id: company.id, name: company.name, slug: company.slug } : null,
  };
}
