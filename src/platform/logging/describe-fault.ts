/** What a log says of a fault: enough to find it, and nothing that came from a client. */
export interface FaultDescription {
  readonly name: string;
  readonly message?: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: FaultDescription;
}

/**
 * Describes what was thrown, name by name rather than as a whole object. A database's fault carries the statement and its
 * values, and repeats values in its message ("Duplicate entry '…'"), so of such a one only name and code are told.
 */
export function describeFault(thrown: unknown): FaultDescription {
  if (!(thrown instanceof Error)) return { name: typeof thrown };
  const code = 'code' in thrown && typeof thrown.code === 'string' ? { code: thrown.code } : {};
  if (isOfDatabase(thrown)) return { name: thrown.name, ...code, ...framesOf(thrown) };
  const { name, message } = thrown;
  const cause = thrown.cause === undefined ? {} : { cause: describeFault(thrown.cause) };
  return { name, message, ...code, ...framesOf(thrown), ...cause };
}

function isOfDatabase(error: Error): boolean {
  return 'query' in error || 'sql' in error || 'sqlMessage' in error || error.name === 'SqliteError';
}

/** The trace without its first lines, which repeat the message. */
function framesOf(error: Error): { stack?: string } {
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return frames === undefined ? {} : { stack: frames.join('\n') };
}
