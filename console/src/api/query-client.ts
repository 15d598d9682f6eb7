import { QueryClient } from '@tanstack/react-query';
import { isProblem, Unreachable } from './problem';

const freshMs = 10_000;
const maxWaitMs = 5_000;

/** Holds what was read. A lost server is asked again until it answers; a refusal is final; nothing is sent twice. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: freshMs,
        // The browser's idea of being online knows nothing of a server on this machine or in this house.
        networkMode: 'always',
        retry: (failures, error) =>
          error instanceof Unreachable || (isProblem(error, 'unavailable') && failures < 3),
        retryDelay: (failures) => Math.min(1_000 * 2 ** failures, maxWaitMs),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
