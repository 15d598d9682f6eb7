/** A time zone as the list of them has it: "Asia/Jakarta (GMT+7)". */
export interface ZoneOption {
  readonly value: string;
  readonly label: string;
}

/** All that the browser knows, by name, each with how far its clocks are from UTC now; and the one that is chosen, whatever it is. */
export function zoneOptions(chosen: string, now: Date): readonly ZoneOption[] {
  // It lists places only.
  const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), chosen]);
  return [...zones].map((value) => ({ value, label: zoneLabel(value, now) }));
}

export function zoneLabel(timeZone: string, now: Date): string {
  const offset = offsetOf(timeZone, now);
  return offset === null ? timeZone : `${timeZone} (${offset})`;
}

/** "GMT+7"; null for UTC itself, and for a zone that this browser is too old to know. */
function offsetOf(timeZone: string, now: Date): string | null {
  if (timeZone === 'UTC') return null;
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' });
    return format.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
