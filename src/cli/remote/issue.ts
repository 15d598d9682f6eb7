import { randomUUID } from 'node:crypto';
import { CommandFault } from '../terminal/command-fault';
import { type Answer } from './answered';

type Headers = Readonly<Record<string, string>>;

/**
 * Sends a request that makes a secret; once more where no answer came. Both carry the same `Idempotency-Key`, so that the second
 * reads the answer of the first again instead of making another secret.
 */
export function issuing<Data>(
  send: (headers: Headers) => Promise<Answer<Data>>,
): (headers: Headers) => Promise<Answer<Data>> {
  const once = { 'idempotency-key': randomUUID() };
  return async (headers) => {
    try {
      return await send({ ...headers, ...once });
    } catch (error) {
      if (!(error instanceof CommandFault) || error.outcome !== 'unavailable') throw error;
      return send({ ...headers, ...once });
    }
  };
}
