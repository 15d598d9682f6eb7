import { isProblem, type Problem } from '../../../libs/sdk/problem';
import { retryAfterSeconds } from '../../../libs/sdk/retry-after';
import { CommandFault, type exitCodes } from '../terminal/command-fault';
import { harmless } from '../terminal/terminal';

/** What a call of the client resolves to. */
export interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * @returns what the server answered with.
 * @throws CommandFault for a refusal, with its sentence, its code, and what is wrong with which field.
 */
export function answered<Data>({ data, error, response }: Answer<Data>): Data {
  if (data !== undefined) return data;
  throw refusalOf(error, response);
}

/** The same where an answer without content is success. */
export function assertDone({ error, response }: Answer<unknown>): void {
  if (!response.ok) throw refusalOf(error, response);
}

function refusalOf(error: unknown, { status, headers }: Response): CommandFault {
  const outcome = outcomeOf(status);
  const retryAfterMs = retryAfterMsOf(status, headers);
  if (isProblem(error))
    return new CommandFault(
      outcome,
      `${harmless(error.detail)} (${error.code})`,
      notesOf(error),
      retryAfterMs,
    );
  return new CommandFault(outcome, `The server answered ${status}, and not as Kunci does.`, [], retryAfterMs);
}

/** A server that limits how much is asked says when it may be asked again. */
function retryAfterMsOf(status: number, headers: Headers): number | null {
  const seconds = retryAfterSeconds(headers) ?? 0;
  if (seconds > 0) return seconds * 1000;
  return status === 429 ? 0 : null;
}

function outcomeOf(status: number): keyof typeof exitCodes {
  if (status === 401) return 'credentials';
  if (status === 404) return 'notFound';
  return status >= 500 || status === 408 ? 'unavailable' : 'refused';
}

function notesOf({ status, errors = [], requestId }: Problem): string[] {
  const fields = errors.map(
    ({ pointer, code, detail }) => `  ${pointer || '/'}: ${harmless(detail)} (${code})`,
  );
  if (status === 401)
    return [...fields, 'Sign in again with kunci login, or set KUNCI_KEY to a key that is valid.'];
  return status >= 500 ? [...fields, `Request ${requestId}`] : fields;
}
