import { type LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';
import { type Clock, SystemClock } from '../clock';
import { type LogLevel } from '../config';
import { BatchedLines } from './batched-lines';
import { describeFault } from './describe-fault';

/** Injection token for the process's logger. */
export const LOGGER = Symbol('Logger');

/**
 * JSON lines on standard output; faults go under `err`. Callers log names and ids, never headers, bodies, queries or whole objects: what is not
 * handed over cannot leak. Lines are written in batches: a program calls `flush` when it ends.
 */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: timeOfLine(new SystemClock()),
    serializers: { err: describeFault },
  };
  return pino(options, destination ?? new BatchedLines(pino.destination({ dest: 1, sync: true })));
}

/** Lines of one millisecond share its text: writing a date costs more than the rest of a line. */
function timeOfLine(clock: Clock): () => string {
  let writtenMs = 0;
  let text = '';
  return () => {
    const now = clock.now();
    if (now.getTime() !== writtenMs) text = `,"time":"${now.toISOString()}"`;
    writtenMs = now.getTime();
    return text;
  };
}

/** Lets Nest's own messages go the same way. */
export function nestLogger(log: Logger): LoggerService {
  const at =
    (level: 'debug' | 'info' | 'warn' | 'error' | 'fatal') =>
    (message: unknown, ...rest: unknown[]): void => {
      log[level](
        { context: typeof rest.at(-1) === 'string' ? rest.at(-1) : 'Nest' },
        message instanceof Error ? message.message : String(message),
      );
    };
  return {
    log: at('debug'),
    verbose: at('debug'),
    debug: at('debug'),
    warn: at('warn'),
    error: at('error'),
    fatal: at('fatal'),
  };
}
