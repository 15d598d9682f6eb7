import { type CommandArguments } from './command-arguments';
import { type Since } from './reapply/since';

export const sinceOptions = { events: { type: 'string' }, 'accept-revived': { type: 'boolean' } } as const;

/** @returns null when neither is given. @throws Error for both. */
export function sinceOf({ options: { events, 'accept-revived': accepted } }: CommandArguments): Since | null {
  if (events !== undefined && accepted === true)
    throw new Error('Give --events or --accept-revived, not both.');
  if (typeof events === 'string') return { eventsFile: events };
  return accepted === true ? 'accept-revived' : null;
}
