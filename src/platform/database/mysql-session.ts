import { createPool, type Pool, type PoolOptions } from 'mysql2';

/**
 * What a connection is for: `read` refuses every write, so none can happen outside a unit of work; `migrate` may take as
 * long as it needs.
 */
export type ConnectionRole = 'write' | 'read' | 'migrate';

/**
 * The driver TypeORM is given: mysql2, whose every new connection is first put into the state we rely on. The statements
 * queue before whatever the borrower sends.
 */
export function mysqlDriver(role: ConnectionRole): { createPool(options: PoolOptions): Pool } {
  return {
    createPool(options) {
      const pool = createPool(options);
      pool.on('connection', (connection) => {
        for (const statement of sessionStatements(role)) {
          connection.query(statement, (error) => {
            // A session in an unknown state must not be used: with another time zone or mode it would write wrong rows.
            if (error) connection.destroy();
          });
        }
      });
      return pool;
    },
  };
}

function sessionStatements(role: ConnectionRole): string[] {
  const deadlineSeconds = role === 'migrate' ? 0 : 10;
  return [
    // The two comments are code: the first for MariaDB alone, the second for MySQL alone.
    `SET SESSION time_zone = '+00:00', innodb_lock_wait_timeout = 5,
       sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'
       /*M! , max_statement_time = ${deadlineSeconds} */ /*!80000 , max_execution_time = ${deadlineSeconds * 1000} */`,
    'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
    ...(role === 'read' ? ['SET SESSION TRANSACTION READ ONLY'] : []),
  ];
}
