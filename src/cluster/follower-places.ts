import { type LogPosition } from '../audit';
import { type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';

/**
 * How far a follower has read the log; one that is new begins at its end. On MySQL nobody else moves the place until the unit ends.
 */
export async function lockPlace(tx: Tx, name: string): Promise<LogPosition> {
  const known = await placeOf(tx, name);
  if (known !== null) return known;
  const ignore = tx.dialect === 'sqlite' ? 'OR IGNORE' : 'IGNORE';
  await managerOf(tx).query(
    `INSERT ${ignore} INTO log_followers (name, seq, hash) SELECT ?, seq, hash FROM event_head WHERE id = 1`,
    [name],
  );
  const added = await placeOf(tx, name);
  if (added === null) throw new Error('The event log has no head');
  return added;
}

/** What comes before this the follower has taken. */
export async function movePlace(tx: Tx, name: string, { seq, hash }: LogPosition): Promise<void> {
  await managerOf(tx).query('UPDATE log_followers SET seq = ?, hash = ? WHERE name = ?', [seq, hash, name]);
}

async function placeOf(tx: Tx, name: string): Promise<LogPosition | null> {
  const lock = tx.dialect === 'sqlite' ? '' : ' FOR UPDATE';
  const [place] = await managerOf(tx).query<{ seq: number | string; hash: Buffer }[]>(
    `SELECT seq, hash FROM log_followers WHERE name = ?${lock}`,
    [name],
  );
  return place === undefined ? null : { seq: Number(place.seq), hash: place.hash };
}
