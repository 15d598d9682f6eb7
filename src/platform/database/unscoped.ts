import { type EntityManager } from 'typeorm';

/*
 * The door that leads past tenancy. Who imports this file can read every company's rows, so the importers are listed by
 * name in test/architecture/unscoped-doors.spec.ts and reviewed one by one.
 */

export const MANAGER = Symbol('EntityManager');

export interface Unscoped {
  readonly [MANAGER]: EntityManager;
}

/** The entity manager behind a transaction or a reader, without any tenant. */
export function managerOf(source: Unscoped): EntityManager {
  return source[MANAGER];
}
