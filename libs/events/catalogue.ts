import { companyEvents } from './company-events';
import { keyEvents } from './key-events';
import { peopleEvents } from './people-events';
import { platformEvents } from './platform-events';

/**
 * Every type of event of the core, in the order in which people may meet them. Types are stored and hashed: they are never
 * renamed.
 */
export const events = { ...companyEvents, ...peopleEvents, ...keyEvents, ...platformEvents } as const;

/** The type of an event of the core. */
export type CoreEventType = (typeof events)[keyof typeof events]['type'];
