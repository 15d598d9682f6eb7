import { useQuery } from '@tanstack/react-query';
import { oneKey } from '../../keys/use-one-key';

// A use is written within two seconds, so who tries a key sees it here soon.
const watchMs = 5_000;

/** One key, also a deleted one. */
export function useKey(id: string) {
  return useQuery({ ...oneKey(id), refetchInterval: watchMs });
}
