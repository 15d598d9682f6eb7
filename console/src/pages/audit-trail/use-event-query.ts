import { useSearchParams } from 'react-router';
import { isDay } from '../../patterns/local-day';
import { useTimeZone } from '../../patterns/time-zone';

/** The filters of the trail, as the API takes them. */
export interface EventQuery {
  readonly type?: string;
  readonly actor?: string;
  readonly target?: string;
  readonly from?: string;
  readonly to?: string;
  readonly timeZone?: string;
}

/** The filters in the address. Days there are days of the company, the last one included. */
export function useEventQuery(): EventQuery {
  const [params] = useSearchParams();
  return eventQuery(params, useTimeZone());
}

export function eventQuery(params: URLSearchParams, timeZone: string): EventQuery {
  const given = (name: string): string | null => params.get(name) || null;
  const [type, actor, target] = [given('type'), given('actor'), given('target')];
  const [from, to] = [dayIn(given('from')), dayIn(given('to'))];
  return {
    ...(type === null ? {} : { type }),
    ...(actor === null ? {} : { actor }),
    ...(target === null ? {} : { target }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(from === null && to === null ? {} : { timeZone }),
  };
}

/** What is no day is as good as left out. */
function dayIn(text: string | null): string | null {
  return text !== null && isDay(text) ? text : null;
}
