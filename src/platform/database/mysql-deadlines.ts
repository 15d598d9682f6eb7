import { type Pool, type PoolConnection } from 'mysql2';
import { DatabaseSilent } from './faults';
import { drop, streamOf } from './mysql-drop';
import { type MysqlPulse } from './mysql-pulse';

/*
 * mysql2 waits for an answer as long as TCP does, which is a quarter of an hour where the network swallows packets or the
 * server is frozen. What it offers itself does not do: its `timeout` of a query reports, but gives a connection back on which
 * the answer is still to come; and its pool has no deadline at all for those who wait for a connection.
 */

/** The two things that TypeORM asks of a pool. */
export type BoundedPool = Pick<Pool, 'getConnection' | 'end'>;

/** The same pool, in which nobody waits for a connection longer than `waitMs`, nor for a server that is silent. */
export function boundWaiting(pool: Pool, waitMs: number, pulse: MysqlPulse): BoundedPool {
  return {
    getConnection: (callback) => {
      let over = false;
      const giveUp = (cause: Error): void => {
        over = true;
        clearTimeout(timer);
        answered();
        // A cast: mysql2 types the connection as present even where there is a fault instead.
        callback(cause, undefined as unknown as PoolConnection);
      };
      const timer = setTimeout(() => giveUp(new DatabaseSilent('a connection', waitMs)), waitMs);
      const answered = pulse.awaited(giveUp);
      const { silence } = pulse;
      if (silence !== null) {
        setImmediate(giveUp, silence);
        return;
      }
      pool.getConnection((error, connection) => {
        clearTimeout(timer);
        answered();
        if (!over) callback(error, connection);
        // It came too late for this caller; the next one may have it.
        else if (!error) connection.release();
      });
    },
    end: (callback) => pool.end(callback),
  };
}

/**
 * From now on a statement that is not answered within `deadlineMs` fails, and the connection with it.
 * @param onSilence is told then.
 */
export function boundStatements(
  connection: PoolConnection,
  deadlineMs: number,
  pulse: MysqlPulse,
  onSilence: (cause: Error) => void,
): void {
  // A cast: of its overloads it is the arguments handed through that matter.
  const query = connection.query.bind(connection) as (...args: unknown[]) => ReturnType<Pool['query']>;
  connection.query = (...args: unknown[]) => {
    const command = query(...args);
    const answered = pulse.sent(connection);
    const timer = setTimeout(() => {
      const cause = new DatabaseSilent('an answer', deadlineMs);
      drop(connection, cause);
      onSilence(cause);
    }, deadlineMs);
    // The socket keeps the process alive while there is anything to wait for.
    timer.unref();
    // Of a connection that breaks, statements report the fault but no end. Then the timer finds nothing left to drop.
    return command.once('end', () => {
      clearTimeout(timer);
      answered();
    });
  };
}

/**
 * The connections of some pools that nobody has borrowed. Where one fell silent, as when a balancer fails over, these
 * probably went with it; to find that out one after the other takes a deadline for each.
 */
export class IdleConnections {
  private readonly idle = new Set<PoolConnection>();

  watchPool(pool: Pick<Pool, 'on'>): void {
    pool.on('release', (connection) => this.idle.add(connection));
    pool.on('acquire', (connection) => this.idle.delete(connection));
  }

  /** To be told of each connection, so that one which ends while it is idle is forgotten. */
  watch(connection: PoolConnection): void {
    streamOf(connection).once('close', () => this.idle.delete(connection));
  }

  dropAll(cause: Error): void {
    for (const connection of [...this.idle]) drop(connection, cause);
    this.idle.clear();
  }
}
