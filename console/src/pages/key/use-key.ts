import { useQuery } from '@tanstack/react-query';
import { oneKey } from '../../keys/use-one-key';

// A use is written within two seconds; so who tries a new key sees it here within five.
const firstUseMs = 2_500;
const watchMs = 5_000;

/** One key, also a deleted one. */
export function useKey(id: string) {
  return useQuery({
    ...oneKey(id),
    refetchInterval: ({ state }) => (state.data?.lastUsedAt === null ? firstUseMs : watchMs),
  });
}
