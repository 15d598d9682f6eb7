import { type EntityTarget, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';
import { type Proof, type Tx } from './tx';
import { managerOf } from './unscoped';

/*
 * How to find out whether a unit was committed, for units that write no event. The rows are read with a lock, which waits
 * for a unit that is still at work on them.
 */

/** For a unit that inserted this row, or changed one into it. */
export function rowIsThere<E extends ObjectLiteral>(
  entity: EntityTarget<E>,
  row: FindOptionsWhere<E>,
): Proof {
  return async (tx) => (await lockedRow(entity, row, tx)) !== null;
}

/** For a unit that took this row away: whoever did, it is gone. */
export function rowIsGone<E extends ObjectLiteral>(entity: EntityTarget<E>, row: FindOptionsWhere<E>): Proof {
  return async (tx) => (await lockedRow(entity, row, tx)) === null;
}

function lockedRow<E extends ObjectLiteral>(
  entity: EntityTarget<E>,
  where: FindOptionsWhere<E>,
  tx: Tx,
): Promise<E | null> {
  const lock = tx.dialect === 'mysql' ? { lock: { mode: 'pessimistic_write' } as const } : {};
  return managerOf(tx).findOne(entity, { where, ...lock });
}
