import { type ProductPermission } from '../../libs/permissions';
import { ApiKeyEntity } from '../api-keys';
import { type Tx } from '../platform/database';
import { asOperator, type Principal } from '../tenancy';

// A key without a list holds all that its kind may: what its product has, or all products of its company have.
const holdsAll = `key.permissions IS NULL AND (key.productCode = :code OR (key.kind = 'company' AND key.companyId IN (
  SELECT activation.company_id FROM product_activations activation
  WHERE activation.product_code = :code AND activation.status = 'enabled')))`;

/**
 * How many keys that are not revoked hold any of these permissions: they name it, or they are company or product keys that hold
 * all there is. Personal keys without a list go with the roles of their owners, and are not counted.
 */
export async function countHolders(
  principal: Principal,
  code: string,
  permissions: readonly ProductPermission[],
  tx: Tx,
): Promise<number> {
  if (permissions.length === 0) return 0;
  const named = permissions.map((_, at) => `key.permissions LIKE :id${at}`);
  const ids = Object.fromEntries(permissions.map(({ id }, at) => [`id${at}`, `%"${id}"%`]));
  return asOperator(principal, tx)
    .createQueryBuilder(ApiKeyEntity, 'key')
    .where('key.revokedAt IS NULL')
    .andWhere(`((${holdsAll}) OR ${named.join(' OR ')})`, { code, ...ids })
    .getCount();
}
