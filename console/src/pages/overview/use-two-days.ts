import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { type TwoDays, twoDaysOf } from './two-days-of';

const hourMs = 3_600_000;
const refreshMs = 60_000;

/** What came in with all keys of the company, today beside yesterday, in one request. */
export function useTwoDays(enabled: boolean): TwoDays | undefined {
  const { data } = useQuery({
    queryKey: queryKeys.usage('48h', 'all'),
    queryFn: () => {
      const from = new Date(Date.now() - 47 * hourMs).toISOString();
      return answerOf(api.GET('/api/v1/usage', { params: { query: { step: 'hour', from } } }));
    },
    refetchInterval: refreshMs,
    enabled,
  });
  if (data === undefined) return undefined;
  return twoDaysOf(data.data.map(({ at, valid, reasons }) => ({ at, valid, refused: reasons })));
}
