import { useSearchParams } from 'react-router';
import { startOfDay } from '../../patterns/local-day';

/** The filters of the trail, as the API takes them. */
export interface EventQuery {
  readonly type?: string;
  readonly actor?: string;
  readonly target?: string;
  readonly from?: string;
  readonly to?: string;
}

/** The filters in the address. Days there are days where the reader is, the last one included. */
export function useEventQuery(): EventQuery {
  const [params] = useSearchParams();
  return eventQuery(params);
}

export function eventQuery(params: URLSearchParams): EventQuery {
  const given = (name: string): string | null => params.get(name) || null;
  const [type, actor, target] = [given('type'), given('actor'), given('target')];
  const [from, to] = [momentOf(given('from'), 0), momentOf(given('to'), 1)];
  return {
    ...(type === null ? {} : { type }),
    ...(actor === null ? {} : { actor }),
    ...(target === null ? {} : { target }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}

/** The first moment of a day, or of one some days later; null for what is no day. */
function momentOf(day: string | null, daysLater: number): string | null {
  return startOfDay(day ?? '', daysLater)?.toISOString() ?? null;
}
