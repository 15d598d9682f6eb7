/** Milliseconds since 1970 by the clock of MySQL, in SQL: the clocks of the instances need not agree. */
export const databaseNowMs = 'FLOOR(UNIX_TIMESTAMP(CURRENT_TIMESTAMP(3)) * 1000)';
