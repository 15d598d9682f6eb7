import { type Tx } from '../platform/database';
import { asOperator, noUser, type Principal } from '../tenancy';
import { MemberEntity } from '../users';
import { ownCompany } from './platform-admin.problems';

/** Refuses an operator who is, was deactivated as, or is invited to be a member of the company. */
export async function refuseOwnCompany(principal: Principal, companyId: string, tx: Tx): Promise<void> {
  if (principal.user === null) throw noUser();
  const membership = { companyId, userId: principal.user.id };
  if (await asOperator(principal, tx).existsBy(MemberEntity, membership)) throw ownCompany();
}
