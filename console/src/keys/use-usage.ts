import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { answerOf, api } from '../api/client';
import { queryKeys } from '../api/query-keys';
import { withFilter } from '../patterns/filter-params';
import { dayOf, startOfDay } from '../patterns/local-day';
import type { UsageRange } from '../patterns/usage-summary';

const hourMs = 3_600_000;
// As often as what was counted is written, and a little more.
const refreshMs = 15_000;
// Its answer is long, and an hour of it shows little.
const refreshMonthMs = 60_000;

/** What came in over a span of time, by the hour: with one key, or with all keys of the company. */
export function useUsage(range: UsageRange, keyId?: string) {
  return useQuery({
    queryKey: queryKeys.usage(range, keyId ?? 'all'),
    queryFn: () => {
      const which = keyId === undefined ? {} : { keyId };
      const query = { ...which, step: 'hour', ...beginningOf(range, new Date()) } as const;
      return answerOf(api.GET('/api/v1/usage', { params: { query } }));
    },
    refetchInterval: range === '30d' ? refreshMonthMs : refreshMs,
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

/**
 * The first hour of the days that are shown, which are days where the reader is. The server counts by hours of UTC; one that
 * begins before midnight here belongs to the day before. Without a beginning it gives 24 hours.
 */
function beginningOf(range: UsageRange, now: Date): { from?: string } {
  if (range === '24h') return {};
  const start = startOfDay(dayOf(now), range === '7d' ? -6 : -29);
  return start === null ? {} : { from: new Date(Math.ceil(start.getTime() / hourMs) * hourMs).toISOString() };
}
