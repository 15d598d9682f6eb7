import { type CommandArguments, UsageFault } from './command-arguments';
import { type Since } from './reapply/since';

export const sinceOptions = { events: { type: 'string' }, 'accept-revived': { type: 'boolean' } } as const;

/** @returns null when neither is given. @throws UsageFault for both. */
export function sinceOf({ options: { events, 'accept-revived': accepted } }: CommandArguments): Since | null {
  if (events !== undefined && accepted === true)
    throw new UsageFault('Give --events or --accept-revived, not both.');
  if (typeof events === 'string') return { eventsFile: events };
  return accepted === true ? 'accept-revived' : null;
}
