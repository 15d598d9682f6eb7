import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { answerOf, api } from '../api/client';
import { queryKeys } from '../api/query-keys';
import { withFilter } from '../patterns/filter-params';
import type { UsageRange } from '../patterns/usage-summary';

const dayMs = 86_400_000;
// As often as what was counted is written, and a little more.
const refreshMs = 15_000;

/** What came in over a span of time: with one key, or with all keys of the company. */
export function useUsage(range: UsageRange, keyId?: string) {
  return useQuery({
    queryKey: queryKeys.usage(range, keyId ?? 'all'),
    queryFn: () => {
      const which = keyId === undefined ? {} : { keyId };
      return answerOf(api.GET('/api/v1/usage', { params: { query: { ...which, ...spanOf(range) } } }));
    },
    refetchInterval: refreshMs,
  });
}

/** The span that the address asks for, 24 hours where it asks for none. */
export function useUsageRange(): readonly [UsageRange, (range: UsageRange) => void] {
  const [params, setParams] = useSearchParams();
  const asked = params.get('range');
  const range = asked === '7d' || asked === '30d' ? asked : '24h';
  return [
    range,
    (next) => setParams(withFilter(params, 'range', next === '24h' ? '' : next), { replace: true }),
  ];
}

/** Without a beginning the server gives 24 hours, or 30 days. */
function spanOf(range: UsageRange) {
  switch (range) {
    case '24h':
      return { step: 'hour' } as const;
    case '7d':
      return { step: 'day', from: new Date(Date.now() - 6 * dayMs).toISOString() } as const;
    case '30d':
      return { step: 'day' } as const;
  }
}
