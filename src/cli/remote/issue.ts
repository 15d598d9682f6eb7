import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { isProblem } from '../../../libs/sdk/problem';
import { CommandFault } from '../terminal/command-fault';
import { type Answer } from './answered';

type Headers = Readonly<Record<string, string>>;

const maxRepeats = 2;
const pauseMs = 1000;

/**
 * Sends a request that makes a secret; twice more where no answer of Kunci came: none at all, half of one, or the page of a proxy
 * that waited too long. All carry the same `Idempotency-Key`, so that a later one reads the answer of the first again instead of
 * making another secret.
 * @param wait lets the server finish what it began, in milliseconds.
 */
export function issuing<Data>(
  send: (headers: Headers) => Promise<Answer<Data>>,
  wait: (ms: number) => Promise<unknown> = setTimeout,
): (headers: Headers) => Promise<Answer<Data>> {
  const once = { 'idempotency-key': randomUUID() };
  return async (headers) => {
    const attempt = (): Promise<Answer<Data>> => send({ ...headers, ...once });
    for (let repeats = 0; repeats < maxRepeats; repeats += 1) {
      const answer = await attempt().catch(nullWhereUnavailable);
      if (answer !== null && !isUndecided(answer)) return answer;
      await wait(pauseMs);
    }
    return attempt();
  };
}

function nullWhereUnavailable(error: unknown): null {
  if (error instanceof CommandFault && error.outcome === 'unavailable') return null;
  throw error;
}

/** What a proxy says while the server may be at work, and what the server says while the first request is under way. */
function isUndecided({ error, response: { status } }: Answer<unknown>): boolean {
  if (isProblem(error) && error.code === 'idempotency-key-in-use') return true;
  return [502, 503, 504].includes(status);
}
