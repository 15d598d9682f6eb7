import { type ObjectLiteral } from 'typeorm';
import { isUnavailable } from './faults';
import { managerOf } from './unscoped';
import { type Reader } from './tx';

/** The class of an entity. */
export type EntityClass = new () => ObjectLiteral;

/**
 * Reads nothing from the table of an entity, to see whether there is one, with a column for each property.
 * @returns what the database says against it, or null.
 * @throws what tells nothing about the table: that the database does not answer.
 */
export async function tableFault(reader: Reader, entity: EntityClass): Promise<string | null> {
  try {
    await managerOf(reader).createQueryBuilder(entity, 'row').where('1 = 0').getMany();
    return null;
  } catch (error) {
    if (isUnavailable(error)) throw error;
    return error instanceof Error ? error.message : String(error);
  }
}
