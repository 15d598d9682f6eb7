import { type Pool, type PoolConnection } from 'mysql2';
import { type Duplex } from 'node:stream';
import { DatabaseSilent } from './faults';

/*
 * mysql2 waits for an answer as long as TCP does, which is a quarter of an hour where the network swallows packets or the
 * server is frozen. What it offers itself does not do: its `timeout` of a query reports, but gives a connection back on which
 * the answer is still to come; and its pool has no deadline at all for those who wait for a connection.
 */

/** The two things that TypeORM asks of a pool. */
export type BoundedPool = Pick<Pool, 'getConnection' | 'end'>;

/** The same pool, in which nobody waits for a connection longer than `waitMs`, nor for its first connect. */
export function boundWaiting(pool: Pool, waitMs: number): BoundedPool {
  return {
    getConnection: (callback) => {
      let over = false;
      const timer = setTimeout(() => {
        over = true;
        // A cast: mysql2 types the connection as present even where there is a fault instead.
        callback(new DatabaseSilent('a connection', waitMs), undefined as unknown as PoolConnection);
      }, waitMs);
      pool.getConnection((error, connection) => {
        clearTimeout(timer);
        if (!over) callback(error, connection);
        // It came too late for who asked; the next one may have it.
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
  onSilence: (cause: Error) => void,
): void {
  // A cast: of its overloads it is the arguments handed through that matter.
  const query = connection.query.bind(connection) as (...args: unknown[]) => ReturnType<Pool['query']>;
  connection.query = (...args: unknown[]) => {
    const command = query(...args);
    const timer = setTimeout(() => {
      const cause = new DatabaseSilent('an answer', deadlineMs);
      drop(connection, cause);
      onSilence(cause);
    }, deadlineMs);
    // The socket keeps the process alive while there is anything to wait for.
    timer.unref();
    // Of a connection that breaks, statements report the fault but no end. Then the timer finds nothing left to drop.
    return command.once('end', () => clearTimeout(timer));
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

/**
 * Breaks a connection, so that the server rolls back and everybody who waits for an answer on it learns why. mysql2's own
 * `destroy` says goodbye politely, which a silent network never lets it finish, and leaves them waiting for ever. What it is
 * good for is to take the connection out of the pool before anybody can borrow it.
 */
export function drop(connection: PoolConnection, cause: Error): void {
  streamOf(connection).destroy(cause);
  connection.destroy();
}

function streamOf(connection: PoolConnection): Duplex {
  // A cast: the socket is public in mysql2's code and missing in its types.
  return (connection as unknown as { readonly stream: Duplex }).stream;
}
