import { getMetadataArgsStorage } from 'typeorm';
import { type EntityClass } from '../platform/database';

/** Whether an entity says of each row which company it belongs to, as `ScopedRepository` needs it. */
export function namesCompany(entity: EntityClass): boolean {
  return getMetadataArgsStorage().columns.some(
    ({ target, propertyName }) => target === entity && propertyName === 'companyId',
  );
}
