import { getMetadataArgsStorage } from 'typeorm';
import { type EntityClass } from '../platform/database';

/** Whether an entity says of each row which company it belongs to, as `ScopedRepository` needs it. */
export function namesCompany(entity: EntityClass): boolean {
  // A column may be declared by a class that the entity extends.
  return getMetadataArgsStorage().columns.some(
    ({ target, propertyName }) =>
      propertyName === 'companyId' &&
      typeof target === 'function' &&
      (target === entity || entity.prototype instanceof target),
  );
}
