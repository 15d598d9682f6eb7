import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/database';
import { type Principal, type PrincipalCompany, principalWith } from '../../tenancy';
import { MemberRights, Memberships, UserDirectory, type UserEntity } from '../../users';
import { type SessionEntity } from './session.entity';

/** Works out who a session is: the person, the company if they still are an active member of it, and their rights there. */
@Injectable()
export class SessionPrincipal {
  constructor(
    private readonly users: UserDirectory,
    private readonly memberships: Memberships,
    private readonly rights: MemberRights,
  ) {}

  /** @returns null when the person is gone. */
  async of(session: Pick<SessionEntity, 'id' | 'userId' | 'companyId'>, tx?: Tx): Promise<Principal | null> {
    const user = await this.users.byId(session.userId, tx);
    if (user === null) return null;
    // Platform staff act for no company, whatever they are a member of.
    const companies = user.operator ? [] : await this.memberships.of(user.id, tx);
    const company = companies.find(({ id }) => id === session.companyId) ?? null;
    return this.withRights(session.id, user, company, tx);
  }

  private async withRights(
    sessionId: string,
    { id, username, operator }: UserEntity,
    company: PrincipalCompany | null,
    tx?: Tx,
  ): Promise<Principal> {
    const bare = principalWith({
      company,
      user: { id, username },
      key: null,
      session: { id: sessionId },
      operator,
      method: 'password',
      permissions: [],
    });
    if (company === null) return bare;
    return principalWith({ ...bare, permissions: await this.rights.permissionsOf(bare, id, tx) });
  }
}
