import { endOfDay, startOfDay } from './local-day';

/** What a request names by a moment or by a day. */
export interface AskedTime {
  readonly first: Date;
  /** The same as `first` for a moment. */
  readonly last: Date;
  readonly isDay: boolean;
}

/**
 * @param asked as `momentOrDay` or `queryMomentOrDay` gives it.
 * @param timeZone where a day begins and ends; it means nothing to a moment.
 */
export function momentsOf(asked: string, timeZone: string): AskedTime {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(asked);
  if (isDay) return { first: startOfDay(asked, timeZone), last: endOfDay(asked, timeZone), isDay };
  const moment = new Date(asked);
  return { first: moment, last: moment, isDay };
}

/** Where a span ends that goes up to a moment, without it, or to a day, with all of it. */
export function endBefore({ last, isDay }: AskedTime): Date {
  return isDay ? new Date(last.getTime() + 1) : last;
}
