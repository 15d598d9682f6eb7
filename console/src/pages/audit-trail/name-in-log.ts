import type { TrailEvent } from './trail-event';

/** What the thing was called that this was done to, as the log has it: that holds when it is renamed or gone. */
export function nameInLog({ actor, target, data }: TrailEvent): string | null {
  const named = [data['name'], data['username'], data['number']].find(isName);
  if (named !== undefined) return named;
  // What people do about themselves, such as setting a PIN.
  return target.id === actor.id ? actor.name : null;
}

/** What a row of the page calls the one who has this id, and did something or had something done to them. */
export function nameOnPage(events: readonly TrailEvent[], id: string): string | null {
  for (const event of events) {
    const name = event.actor.id === id ? event.actor.name : event.target.id === id ? nameInLog(event) : null;
    if (name !== null) return name;
  }
  return null;
}

/** Ids begin with the time, and so alike; their ends tell them apart. A code is a name already. */
export function shortened(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? `…${id.slice(-8)}` : id;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
