import { createPool, type PoolConnection, type PoolOptions } from 'mysql2';
import { type SideActivity } from './activity';
import { type BoundedPool, boundStatements, boundWaiting, type IdleConnections } from './mysql-deadlines';
import { drop } from './mysql-drop';
import { type MysqlPulse } from './mysql-pulse';

/** What all pools of one server share. */
export interface SharedServer {
  /** Where a connection of one falls silent, those of all that nobody has borrowed are dropped. */
  readonly idle: IdleConnections;
  readonly pulse: MysqlPulse;
}

/**
 * What a connection is for: `read` refuses every write, so none can happen outside a unit of work; `fast` is for what no
 * request may wait for; `migrate` may take as long as it needs.
 */
export type ConnectionRole = 'write' | 'read' | 'fast' | 'migrate';

interface Bounds {
  readonly connections: number;
  /** How many may wait for a connection. */
  readonly queueLimit: number;
  /** How long to wait for a connection, where there is an end to it. */
  readonly waitMs: number | null;
  readonly connectMs: number;
  /** How long the server works at a statement; and how long we wait for the answer, a little more, so that it can refuse. */
  readonly statementMs: { readonly server: number; readonly client: number } | null;
  readonly lockWaitSeconds: number;
}

const slowStatementMs = { server: 10_000, client: 11_000 };
const common = { connections: 10, queueLimit: 1_000, connectMs: 5_000, lockWaitSeconds: 5 };

export const boundsOf: Readonly<Record<ConnectionRole, Bounds>> = {
  // Writers take turns at the event log, so a burst of them is a queue that moves; as long as on SQLite.
  write: { ...common, waitMs: 5_000, statementMs: slowStatementMs },
  read: { ...common, waitMs: 2_000, statementMs: slowStatementMs },
  fast: {
    connections: 8,
    queueLimit: 500,
    waitMs: 800,
    connectMs: 800,
    statementMs: { server: 700, client: 800 },
    lockWaitSeconds: 1,
  },
  migrate: { ...common, waitMs: null, statementMs: null },
};

/**
 * The driver TypeORM is given: mysql2, whose every new connection is first put into the state we rely on. That statement
 * queues before whatever the borrower sends.
 */
export function mysqlDriver(
  role: ConnectionRole,
  server: SharedServer,
  activity: SideActivity,
): { createPool(options: PoolOptions): BoundedPool } {
  return {
    createPool(options) {
      const pool = createPool(options);
      server.idle.watchPool(pool);
      activity.watch(pool);
      server.pulse.reachBy(options);
      pool.on('connection', (connection: PoolConnection) => prepare(connection, role, server));
      const { waitMs } = boundsOf[role];
      return waitMs === null ? pool : activity.countWaiting(boundWaiting(pool, waitMs, server.pulse));
    },
  };
}

function prepare(connection: PoolConnection, role: ConnectionRole, { idle, pulse }: SharedServer): void {
  // Who waits for an answer hears of a broken connection from there. Without a listener Node would end the process: the
  // pool listens to the first fault only, and a broken connection may report several.
  connection.on('error', () => undefined);
  const { statementMs } = boundsOf[role];
  idle.watch(connection);
  if (statementMs) {
    pulse.watch(connection);
    boundStatements(connection, statementMs.client, pulse, (cause) => idle.dropAll(cause));
  }
  connection.query(sessionStatement(role), (error) => {
    // A session in an unknown state must not be used: with another time zone or mode it would write wrong rows.
    if (error) drop(connection, error);
  });
}

/** One statement, and so one round trip before a new connection is of use, which counts where the database is far. */
function sessionStatement(role: ConnectionRole): string {
  const { statementMs, lockWaitSeconds } = boundsOf[role];
  const deadlineMs = statementMs?.server ?? 0;
  const readOnly = role === 'read' ? 1 : 0;
  // A unit of work begins with its first statement: to say so would be one more round trip.
  const autocommit = role === 'write' ? 0 : 1;
  // The two comments are code: the first for MariaDB alone, the second for MySQL alone.
  return `SET SESSION time_zone = '+00:00', autocommit = ${autocommit}, innodb_lock_wait_timeout = ${lockWaitSeconds},
    sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'
    /*M! , max_statement_time = ${deadlineMs / 1000}, tx_isolation = 'READ-COMMITTED', tx_read_only = ${readOnly} */
    /*!80000 , max_execution_time = ${deadlineMs}, transaction_isolation = 'READ-COMMITTED',
      transaction_read_only = ${readOnly} */`;
}
