import { type EntityManager } from 'typeorm';
import { type Reader, type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { type Principal } from './principal';
import { notOperator } from './tenancy.problems';

/**
 * The rows of all companies, for platform staff.
 * @throws a 403 problem for anyone else.
 */
export function asOperator(principal: Principal, source: Reader | Tx): EntityManager {
  if (!principal.operator) throw notOperator();
  return managerOf(source);
}
