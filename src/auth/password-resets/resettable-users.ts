import { Injectable } from '@nestjs/common';
import { allows } from '../../../libs/permissions';
import { companySuspended, forbidden } from '../../access';
import { isId } from '../../platform';
import { notFound, Problem } from '../../platform/http';
import { type Principal } from '../../tenancy';
import {
  canonicalUsername,
  MemberRights,
  Memberships,
  MembersService,
  RedeemableInvitations,
  UserDirectory,
  type UserEntity,
} from '../../users';
import { SessionPrincipal } from '../sessions/session-principal';
import { type FoundReset } from './password-resets';
import { type NewPasswordReset } from './password-resets.schema';
import { memberNotActive, resetInvalid, userInOtherCompany } from './password-resets.problems';

/** Decides whose password a principal may reset. */
@Injectable()
export class ResettableUsers {
  constructor(
    private readonly users: UserDirectory,
    private readonly members: MembersService,
    private readonly rights: MemberRights,
    private readonly memberships: Memberships,
    private readonly principals: SessionPrincipal,
    private readonly invitations: RedeemableInvitations,
  ) {}

  /**
   * @param whose the id of the user or, from an operator, the username: others would learn who has an account.
   * @throws as `findResettableUser`.
   */
  async named(principal: Principal, { userId, username }: NewPasswordReset): Promise<UserEntity> {
    if (username === undefined) return this.findResettableUser(principal, userId ?? '');
    if (!principal.operator) throw forbidden();
    const canonical = canonicalUsername(username);
    const user = canonical === null ? null : await this.users.byUsername(canonical);
    return this.findResettableUser(principal, user?.id ?? '');
  }

  /** @returns the user. @throws 403, 404 or 409 when the principal may not reset this password. */
  async findResettableUser(principal: Principal, userId: string): Promise<UserEntity> {
    const { company, operator } = principal;
    if (!operator && !allows(principal.ability, 'users:update')) throw forbidden();
    if (company?.suspended) throw companySuspended();
    const user = isId(userId) ? await this.users.byId(userId) : null;
    if (user === null || user.serviceAccount)
      throw (await this.isInvited(principal, userId)) ? memberNotActive() : notFound();
    // People change their own password by giving the old one: a session left open must not be enough.
    if (user.id === principal.user?.id)
      throw forbidden({ detail: 'Change your own password with PUT /me/password.' });
    if (!operator) await this.assertResettableBy(principal, user);
    return user;
  }

  /** Checks a second time that the issuer may do this: an hour is long. @throws 403 `user-in-other-company` or 404. */
  async assertStillResettable(reset: FoundReset): Promise<void> {
    const { userId, issuedBy, companyId } = reset;
    // Stands in for the issuer, who may have signed out since; the session's id is never read.
    const issuer = await this.principals.of({ id: '', userId: issuedBy, companyId });
    if (issuer === null || (companyId === null) !== issuer.operator) throw resetInvalid();
    try {
      await this.findResettableUser(issuer, userId);
    } catch (error) {
      if (error instanceof Problem && error.kind.code !== userInOtherCompany().kind.code)
        throw resetInvalid({ cause: error });
      throw error;
    }
  }

  /** Someone who is only invited has no account yet, or one that is no business of this company. */
  private async isInvited({ operator, company }: Principal, id: string): Promise<boolean> {
    if (operator) return this.invitations.exists(id);
    return company !== null && this.invitations.exists(id, company.id);
  }

  private async assertResettableBy(principal: Principal, user: UserEntity): Promise<void> {
    const member = await this.members.get(principal, user.id);
    if (member.status !== 'active') throw memberNotActive();
    await this.rights.assertCoveredBy(principal, user.id);
    const companyId = principal.company?.id ?? '';
    // An operator works for all companies, so no company may take over an operator's account.
    if (user.operator || (await this.memberships.belongElsewhere(user.id, companyId)))
      throw userInOtherCompany();
  }
}
