import { type Connection, type PoolConnection } from 'mysql2';
import { type Duplex } from 'node:stream';

/**
 * Breaks a connection, so that the server rolls back and everybody who waits for an answer on it learns why. mysql2's own
 * `destroy` says goodbye politely, which a silent network never lets it finish, and leaves them waiting without end. What it is
 * good for is to take the connection out of the pool before anybody can borrow it.
 */
export function drop(connection: PoolConnection, cause: Error): void {
  streamOf(connection).destroy(cause);
  connection.destroy();
}

export function streamOf(connection: Connection): Duplex {
  // A cast: the socket is public in mysql2's code and missing in its types.
  return (connection as unknown as { readonly stream: Duplex }).stream;
}
