import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { answerOf, api } from '../api/client';
import { queryKeys } from '../api/query-keys';
import { withFilter, withoutFilters } from '../patterns/filter-params';
import { dayOf, daysAfter, firstHourOf } from '../patterns/local-day';
import { useTimeZone } from '../patterns/time-zone';
import type { UsageRange } from '../patterns/usage-summary';

// As often as what was counted is written, and a little more.
const refreshMs = 15_000;
// Its answer is long, and an hour of it shows little.
const refreshMonthMs = 60_000;

/** What came in over a span of time, by the hour: with one key, or with all keys of the company. */
export function useUsage(range: UsageRange, keyId?: string) {
  const timeZone = useTimeZone();
  return useQuery({
    queryKey: queryKeys.usage(range, keyId ?? 'all', timeZone),
    queryFn: () => {
      const which = keyId === undefined ? {} : { keyId };
      const query = { ...which, step: 'hour', ...beginningOf(range, new Date(), timeZone) } as const;
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
    // Another span has other hours.
    (next) =>
      setParams(withoutFilters(withFilter(params, 'range', next === '24h' ? '' : next), ['from', 'to']), {
        replace: true,
      }),
  ];
}

/**
 * The first hour of the days that are shown, which are days of the company. The server counts by hours of UTC; one that begins before
 * midnight there belongs to the day before. Without a beginning it gives 24 hours.
 */
export function beginningOf(range: UsageRange, now: Date, timeZone: string): { from?: string } {
  if (range === '24h') return {};
  const first = daysAfter(dayOf(now, timeZone), range === '7d' ? -6 : -29);
  return { from: firstHourOf(first, timeZone).toISOString() };
}
