import { type Tx } from '../platform/database';
import { asOperator, noUser, type Principal } from '../tenancy';
import { MemberEntity } from '../users';
import { ownCompany } from './operators.problems';

/**
 * Refuses an operator who is, or was deactivated as, a member of the company. An invitation alone is no membership: any
 * company could keep an operator from deciding about it.
 */
export async function assertNotOwnCompany(principal: Principal, companyId: string, tx: Tx): Promise<void> {
  if (principal.user === null) throw noUser();
  const membership = { companyId, userId: principal.user.id };
  if (await asOperator(principal, tx).existsBy(MemberEntity, membership)) throw ownCompany();
}
