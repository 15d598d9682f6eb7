import { forbidden } from '../access';
import { ServiceKeyEntity } from '../api-keys';
import { type Tx } from '../platform/database';
import { asOperator, isService, noUser, type Principal } from '../tenancy';
import { MemberEntity } from '../users';
import { ownCompany } from './operators.problems';

/**
 * Refuses an operator who is, or was deactivated as, a member of the company, and a service key that such an operator made. An
 * invitation alone is no membership: any company could keep an operator from deciding about it.
 */
export async function assertNotOwnCompany(principal: Principal, companyId: string, tx: Tx): Promise<void> {
  const userId = await operatorBehind(principal, tx);
  if (await asOperator(principal, tx).existsBy(MemberEntity, { companyId, userId })) throw ownCompany();
}

/** Refuses a service key that makes companies and may not approve them. */
export function assertMayApprove(principal: Principal): void {
  if (isService(principal) && !principal.permissions.includes('companies:approve')) throw forbidden();
}

async function operatorBehind(principal: Principal, tx: Tx): Promise<string> {
  const { user, key } = principal;
  if (user === null) throw noUser();
  if (key === null || !isService(principal)) return user.id;
  const { createdBy } = await asOperator(principal, tx).findOneByOrFail(ServiceKeyEntity, { id: key.id });
  return createdBy ?? user.id;
}
