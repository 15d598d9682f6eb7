import { QueryFailedError } from 'typeorm';
import { isDeadlock, isForeignKeyViolation, isUnavailable, isUniqueViolation } from './faults';

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
    'ECONNREFUSED',
    'ECONNRESET',
    'ETIMEDOUT',
    'ENOTFOUND',
    'EAI_AGAIN',
    'PROTOCOL_CONNECTION_LOST',
    'ER_CON_COUNT_ERROR',
    'ER_SERVER_SHUTDOWN',
    'ER_QUERY_TIMEOUT',
    'SQLITE_BUSY',
  ])('%s means that the database is away or too slow', (code) => {
    expect(meaningOf(fromDriver({ code }))).toEqual(['isUnavailable']);
  });

  it('means the same by its number, where MariaDB ends a statement and mysql2 has no name for that', () => {
    const message = 'Query execution was interrupted (max_statement_time exceeded)';
    expect(meaningOf(fromDriver({ errno: 1969 }, message))).toEqual(['isUnavailable']);
  });

  it('means overload where mysql2 has no room in its queue, and no code for that', () => {
    expect(meaningOf(fromDriver({}, 'Queue limit reached.'))).toEqual(['isUnavailable']);
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
