import { type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { type LogPosition } from './log-position';
import { Turns } from './turns';

/** Works out where the log ends after what a unit appends, from where it ends before. */
export type Append = (from: LogPosition) => LogPosition;

/** Longer than it takes where nothing is wrong. Then a unit asks the database, as if there were no turns. */
const maxTurnMs = 200;

/**
 * The one row that every unit of work with an event moves last, and holds until its commit: so the log has no gap and is in
 * the order of commits, whichever instance they happen on.
 *
 * An instance that has the log to itself knows where the log ends without reading it. Then one conditional UPDATE both locks
 * the row and moves it; it moves nothing where the guess was wrong, and the end is read under the lock. See docs/adr/0044.
 */
export class EventHead {
  private readonly turns = new Turns();
  /** Where a unit of this instance moved it last. */
  private left: LogPosition | null = null;
  /** Whether nobody else had moved it since, the last time that it could be seen. */
  private isAlone = false;

  /**
   * Moves the head, and holds it until the unit ends. @param append may be called twice: the second time counts.
   * @returns what `append` returned.
   */
  move(tx: Tx, append: Append): Promise<LogPosition> {
    if (tx.dialect === 'sqlite') return moveFrom(tx, readHead, append);
    // The next one sends its statement once this one holds the row, not before: it waits for the commit in the database.
    return this.turns.take(() => this.moveAlone(tx, append), maxTurnMs);
  }

  private async moveAlone(tx: Tx, append: Append): Promise<LogPosition> {
    const head = await this.guessed(tx, append);
    if (head !== null) return (this.left = head);
    const { left } = this;
    return (this.left = await moveFrom(tx, lockHead, (from) => {
      this.isAlone = left !== null && isSame(left, from);
      return append(from);
    }));
  }

  /** @returns null where the log does not end where this instance left it. */
  private async guessed(tx: Tx, append: Append): Promise<LogPosition | null> {
    if (!this.isAlone || this.left === null) return null;
    const { left } = this;
    const { seq, hash } = append(left);
    const statement = 'UPDATE event_head SET seq = ?, hash = ? WHERE id = 1 AND seq = ? AND hash = ?';
    const { affectedRows } = await managerOf(tx).query<{ affectedRows: number }>(statement, [
      ...[seq, hash, left.seq, left.hash],
    ]);
    this.isAlone = affectedRows === 1;
    return this.isAlone ? { seq, hash } : null;
  }
}

async function moveFrom(
  tx: Tx,
  read: (tx: Tx) => Promise<LogPosition>,
  append: Append,
): Promise<LogPosition> {
  const { seq, hash } = append(await read(tx));
  await managerOf(tx).query('UPDATE event_head SET seq = ?, hash = ? WHERE id = 1', [seq, hash]);
  return { seq, hash };
}

/** Where the log ends. It waits for a unit that is still at work there, and nobody moves it until this one ends. */
export function lockHead(tx: Tx): Promise<LogPosition> {
  // SQLite has one writer at a time, and needs no lock.
  return tx.dialect === 'sqlite' ? readHead(tx) : readHead(tx, ' FOR UPDATE');
}

async function readHead(tx: Tx, lock = ''): Promise<LogPosition> {
  // The migration puts exactly this row there.
  const [{ seq, hash }] = await managerOf(tx).query<[{ seq: number | string; hash: Buffer }]>(
    `SELECT seq, hash FROM event_head WHERE id = 1${lock}`,
  );
  return { seq: Number(seq), hash };
}

function isSame(one: LogPosition, other: LogPosition): boolean {
  return one.seq === other.seq && one.hash.equals(other.hash);
}
