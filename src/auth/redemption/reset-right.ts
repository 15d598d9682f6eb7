import { Injectable } from '@nestjs/common';
import { allows } from '../../../libs/permissions';
import { companySuspended, forbidden } from '../../access';
import { notFound, Problem } from '../../platform/http';
import { isId } from '../../platform';
import { refuseMoreThanHeld } from '../../roles';
import { type Principal } from '../../tenancy';
import {
  MemberRights,
  Memberships,
  MembersService,
  RedeemableInvitations,
  UserDirectory,
  type UserEntity,
} from '../../users';
import { SessionPrincipal } from '../sessions/session-principal';
import { type FoundReset } from './password-resets';
import { memberNotActive, resetInvalid, userInOtherCompany } from './redemption.problems';

/** Who may have whose password reset. */
@Injectable()
export class ResetRight {
  constructor(
    private readonly users: UserDirectory,
    private readonly members: MembersService,
    private readonly rights: MemberRights,
    private readonly memberships: Memberships,
    private readonly principals: SessionPrincipal,
    private readonly invitations: RedeemableInvitations,
  ) {}

  /** @returns whose password it is. @throws 403, 404 or 409 for who may not. */
  async refuse(principal: Principal, userId: string): Promise<UserEntity> {
    const { company, operator } = principal;
    if (!operator && !allows(principal.ability, 'users:update')) throw forbidden();
    if (company?.suspended) throw companySuspended();
    const user = isId(userId) ? await this.users.byId(userId) : null;
    if (user === null) throw (await this.isInvited(principal, userId)) ? memberNotActive() : notFound();
    // One's own is changed with the old one in hand: a session left open must not be enough.
    if (user.id === principal.user?.id)
      throw forbidden({ detail: 'You change your own password otherwise.' });
    if (!operator) await this.refuseForCompany(principal, user);
    return user;
  }

  /** Asks again whether who issued it still may: an hour is long. @throws 403 `user-in-other-company` or 404. */
  async refuseStale(reset: FoundReset): Promise<void> {
    const { userId, issuedBy, companyId } = reset;
    // Stands in for the issuer, who may have signed out since; nothing asks which session it is.
    const issuer = await this.principals.of({ id: '', userId: issuedBy, companyId });
    if (issuer === null || (companyId === null) !== issuer.operator) throw resetInvalid();
    try {
      await this.refuse(issuer, userId);
    } catch (error) {
      if (error instanceof Problem && error.kind.code !== userInOtherCompany().kind.code)
        throw resetInvalid({ cause: error });
      throw error;
    }
  }

  /** Who was only invited has no account, or one that is none of this company's business. */
  private async isInvited({ operator, company }: Principal, id: string): Promise<boolean> {
    if (operator) return this.invitations.exists(id);
    return company !== null && this.invitations.exists(id, company.id);
  }

  private async refuseForCompany(principal: Principal, user: UserEntity): Promise<void> {
    const member = await this.members.get(principal, user.id);
    if (member.status !== 'active') throw memberNotActive();
    refuseMoreThanHeld(principal, await this.rights.permissionsOf(principal, user.id));
    const companyId = principal.company?.id ?? '';
    // An operator works for all companies, so none of them may become that operator.
    if (user.operator || (await this.memberships.belongElsewhere(user.id, companyId)))
      throw userInOtherCompany();
  }
}
