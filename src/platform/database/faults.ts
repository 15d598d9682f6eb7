import { UnitTimeout } from './unit-of-work';

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

/** The database kept us waiting for longer than we may wait. */
export class DatabaseSilent extends Error {
  readonly code = 'KUNCI_DATABASE_SILENT';

  constructor(awaited: string, deadlineMs: number) {
    super(`The database did not give ${awaited} within ${deadlineMs} ms`);
  }
}

/** Nothing but what ends something is written while the disk is full. */
export class NoRoom extends Error {
  readonly code = 'KUNCI_NO_ROOM';

  constructor(cause: unknown = null) {
    super('The disk of the database has no room', { cause });
  }
}

/** The disk is full, or a quota on it is spent: giving room back helps. */
export function isOutOfRoom(error: unknown): boolean {
  return hasCode(error, outOfRoomCodes);
}

const outOfRoomCodes = [
  'KUNCI_NO_ROOM',
  'EDQUOT',
  'ENOSPC',
  'ER_DISK_FULL',
  'ER_RECORD_FILE_FULL',
  'SQLITE_FULL',
  'SQLITE_IOERR_SHMSIZE',
  'SQLITE_IOERR_WRITE',
];

/** The database cannot be reached, does not answer in time, or is so busy that retrying a deadlock did not help. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof UnitTimeout || isDeadlock(error)) return true;
  return isOutOfRoom(error) || hasCode(error, unavailableCodes) || isDiskFault(error) || isNameless(error);
}

const unavailableCodes = [
  'KUNCI_DATABASE_SILENT',
  'KUNCI_ROLLED_BACK',
  // The network.
  'EADDRNOTAVAIL',
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  // A server that is full, going down, or not ready: a replica, or a node of a cluster that has not joined yet.
  'ER_CLIENT_INTERACTION_TIMEOUT',
  'ER_CON_COUNT_ERROR',
  'ER_NORMAL_SHUTDOWN',
  'ER_OPTION_PREVENTS_STATEMENT',
  'ER_QUERY_INTERRUPTED',
  'ER_QUERY_TIMEOUT',
  'ER_READ_ONLY_MODE',
  'ER_SERVER_ISNT_AVAILABLE',
  'ER_SERVER_SHUTDOWN',
  'ER_SESSION_WAS_KILLED',
  'ER_TOO_MANY_USER_CONNECTIONS',
  'ER_UNKNOWN_COM_ERROR',
  'ER_USER_LIMIT_REACHED',
  'EROFS',
  'SQLITE_BUSY',
  'SQLITE_BUSY_RECOVERY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
  'SQLITE_READONLY_DBMOVED',
  'SQLITE_READONLY_DIRECTORY',
];

/**
 * Whether a statement was sent and its answer did not come: the connection broke, or nobody spoke on it. What the server
 * itself says is an answer, whatever it says, unless it says that it ends the connection.
 */
export function isLostAnswer(error: unknown): boolean {
  return hasCode(error, lostAnswerCodes) || isNameless(error);
}

const lostAnswerCodes = [
  'KUNCI_DATABASE_SILENT',
  'ECONNABORTED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_PACKETS_OUT_OF_ORDER',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ER_NORMAL_SHUTDOWN',
  'ER_QUERY_INTERRUPTED',
  'ER_QUERY_TIMEOUT',
  'ER_SERVER_SHUTDOWN',
  'ER_SESSION_WAS_KILLED',
];

/** What mysql2 has no code for: MariaDB's own numbers for a killed connection and a statement deadline, and its own words. */
function isNameless(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isByNumber = 'errno' in error && (error.errno === 1927 || error.errno === 1969);
  return isByNumber || namelessMessages.includes(error.message);
}

const namelessMessages = [
  "Can't add new command when connection is in closed state",
  "Can't write in closed state",
  'No connections available.',
  'Pool is closed.',
  'Queue limit reached.',
];

/** Reading or writing the SQLite file failed. */
export function isDiskFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && String(error.code).startsWith('SQLITE_IOERR')) return true;
  // TypeORM wraps what the driver threw.
  return 'driverError' in error && isDiskFault(error.driverError);
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && codes.includes(error.code)) return true;
  // TypeORM wraps what the driver threw.
  return 'driverError' in error && hasCode(error.driverError, codes);
}
