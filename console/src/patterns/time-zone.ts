import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';

/** Where days begin and end: in the time zone of the company one acts for. Null where there is none: then it is that of the browser. */
export const TimeZoneContext = createContext<string | null>(null);

export function useTimeZone(): string {
  const ofCompany = useContext(TimeZoneContext);
  return ofCompany !== null && isKnownHere(ofCompany) ? ofCompany : browserTimeZone();
}

/** How times are written: in which language, and by the clocks of which zone. */
export interface TimeForm {
  readonly language: string;
  readonly timeZone: string;
}

export function useTimeForm(): TimeForm {
  const { i18n } = useTranslation();
  return { language: i18n.language, timeZone: useTimeZone() };
}

export function browserTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A browser may be older than the zone that a company chose. */
function isKnownHere(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
