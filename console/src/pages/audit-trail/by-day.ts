import { daysIn } from '../../patterns/local-day';

/** What happened on a day, in the order in which it came. */
export interface Day<T> {
  /** `2026-12-25` */
  readonly day: string;
  readonly events: readonly T[];
}

/** Puts events that follow each other under the day on which they happened, by the clocks of the time zone. */
export function byDay<T extends { readonly at: string }>(
  events: readonly T[],
  timeZone: string,
): readonly Day<T>[] {
  const dayAt = daysIn(timeZone);
  const days: { day: string; events: T[] }[] = [];
  for (const event of events) {
    const day = dayAt(new Date(event.at));
    const last = days.at(-1);
    if (last?.day === day) last.events.push(event);
    else days.push({ day, events: [event] });
  }
  return days;
}
