/* What a driver's error means, on both databases. */

/** Two transactions waited for each other, or one waited too long for a lock: nothing was written, and a retry may pass. */
export function isDeadlock(error: unknown): boolean {
  return hasCode(error, ['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT']);
}

/** A row with the same unique key is there already. */
export function isUniqueViolation(error: unknown): boolean {
  return hasCode(error, ['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);
}

/** The row is still referred to, or refers to one that is not there. */
export function isForeignKeyViolation(error: unknown): boolean {
  return hasCode(error, [
    'ER_ROW_IS_REFERENCED',
    'ER_ROW_IS_REFERENCED_2',
    'ER_NO_REFERENCED_ROW',
    'ER_NO_REFERENCED_ROW_2',
    'SQLITE_CONSTRAINT_FOREIGNKEY',
    'SQLITE_CONSTRAINT_TRIGGER',
  ]);
}

/** The database cannot be reached, does not answer in time, or is so busy that retrying a deadlock did not help. */
export function isUnavailable(error: unknown): boolean {
  if (isDeadlock(error) || isNamelessTimeout(error)) return true;
  return hasCode(error, [
    'EAI_AGAIN',
    'ECONNREFUSED',
    'ECONNRESET',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENOTFOUND',
    'EPIPE',
    'ETIMEDOUT',
    'PROTOCOL_CONNECTION_LOST',
    'ER_CON_COUNT_ERROR',
    'ER_SERVER_SHUTDOWN',
    'ER_TOO_MANY_USER_CONNECTIONS',
    'ER_QUERY_TIMEOUT',
    'SQLITE_BUSY',
  ]);
}

/** MariaDB's statement deadline, and a full queue for connections: mysql2 has no name for either. */
function isNamelessTimeout(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('errno' in error && error.errno === 1969) || error.message === 'Queue limit reached.';
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && codes.includes(error.code)) return true;
  // TypeORM wraps what the driver threw.
  return 'driverError' in error && hasCode(error.driverError, codes);
}
