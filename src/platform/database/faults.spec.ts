import { QueryFailedError } from 'typeorm';
import {
  DatabaseSilent,
  isDeadlock,
  isForeignKeyViolation,
  isUnavailable,
  isUniqueViolation,
} from './faults';
import { UnitTimeout } from './unit-of-work';

const judges = { isDeadlock, isForeignKeyViolation, isUnavailable, isUniqueViolation };

/** What a driver throws; with a code, a number, or both. */
function fromDriver(told: { code?: string; errno?: number }, message = 'x'): Error {
  return Object.assign(new Error(message), told);
}

/** The names of those that recognise the error, whether the driver threw it or TypeORM wrapped it. */
function meaningOf(error: Error): string[] {
  const wrapped = new QueryFailedError('SELECT 1', [], error);
  const said = Object.entries(judges).filter(([, judge]) => judge(error));
  expect(Object.entries(judges).filter(([, judge]) => judge(wrapped))).toEqual(said);
  return said.map(([name]) => name);
}

describe('what a driver throws', () => {
  it.each(['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'])(
    '%s means that the row is there already',
    (code) => {
      expect(meaningOf(fromDriver({ code }))).toEqual(['isUniqueViolation']);
    },
  );

  it.each([
    'ER_ROW_IS_REFERENCED_2',
    'ER_NO_REFERENCED_ROW_2',
    'SQLITE_CONSTRAINT_FOREIGNKEY',
    'SQLITE_CONSTRAINT_TRIGGER',
  ])('%s means that another row needs it', (code) => {
    expect(meaningOf(fromDriver({ code }))).toEqual(['isForeignKeyViolation']);
  });

  it.each(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT'])(
    '%s is worth another attempt, and is overload when none helped',
    (code) => {
      expect(meaningOf(fromDriver({ code }))).toEqual(['isDeadlock', 'isUnavailable']);
    },
  );

  it.each([
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
    'SQLITE_BUSY',
    'SQLITE_BUSY_SNAPSHOT',
    'SQLITE_CANTOPEN',
    'SQLITE_IOERR',
    'SQLITE_IOERR_FSYNC',
    'SQLITE_IOERR_READ',
    'SQLITE_IOERR_SHMSIZE',
    'SQLITE_IOERR_WRITE',
    'SQLITE_READONLY_DBMOVED',
    'EDQUOT',
    'EROFS',
    'ENOSPC',
    'ER_DISK_FULL',
    'ER_RECORD_FILE_FULL',
    'SQLITE_FULL',
    'SQLITE_READONLY',
  ])('%s means that the database is away or too slow', (code) => {
    expect(meaningOf(fromDriver({ code }))).toEqual(['isUnavailable']);
  });

  it.each([
    [1969, 'Query execution was interrupted (max_statement_time exceeded)'],
    [1927, 'Connection was killed'],
  ])('%d means the same, which is a number of MariaDB that mysql2 has no name for', (errno, message) => {
    expect(meaningOf(fromDriver({ errno }, message))).toEqual(['isUnavailable']);
  });

  it.each([
    "Can't add new command when connection is in closed state",
    "Can't write in closed state",
    'No connections available.',
    'Pool is closed.',
    'Queue limit reached.',
  ])('%j means the same, which mysql2 says without a code', (message) => {
    expect(meaningOf(fromDriver({}, message))).toEqual(['isUnavailable']);
  });

  it('means the same when we waited long enough', () => {
    expect(meaningOf(new DatabaseSilent('an answer', 800))).toEqual(['isUnavailable']);
    expect(isUnavailable(new UnitTimeout(5_000))).toBe(true);
  });

  it.each(['ER_PARSE_ERROR', 'SQLITE_CONSTRAINT_NOTNULL', 'SQLITE_CONSTRAINT', 'ER_DATA_TOO_LONG', ''])(
    '%j is a fault of ours',
    (code) => {
      expect(meaningOf(fromDriver({ code }))).toEqual([]);
    },
  );
});

describe('what no driver throws', () => {
  it.each([
    ['a text', 'ER_DUP_ENTRY'],
    ['null', null],
    ['an object that is no error', { code: 'ER_DUP_ENTRY' }],
    ['an error whose message speaks of it', new Error('ER_DUP_ENTRY')],
    ['an error with a number as its code', Object.assign(new Error('x'), { code: 1062 })],
  ])('means nothing: %s', (_what, thrown) => {
    expect(Object.values(judges).filter((judge) => judge(thrown))).toEqual([]);
  });
});
