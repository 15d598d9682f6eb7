import { type Tx } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';

/** The rows of every company, in one unit of work. */
export type Rows = ReturnType<typeof managerOf>;

export function rowsOf(tx: Tx): Rows {
  return managerOf(tx);
}
