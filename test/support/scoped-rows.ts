import { type ObjectLiteral } from 'typeorm';
import { type Reader } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { ScopedRepository } from '../../src/tenancy';

/** The scoped repository of an entity, as `TenancyModule.forFeature` makes it. */
export function scopedRows<E extends ObjectLiteral>(
  entity: new () => E,
  reader: Reader,
  tenantColumn?: string,
): ScopedRepository<E> {
  return new ScopedRepository(managerOf(reader).getRepository(entity), reader.dialect, tenantColumn);
}
