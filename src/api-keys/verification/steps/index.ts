import { permission } from './permission';
import { standing } from './standing';
import { type Step } from './step';
import { username } from './username';

export type { Question } from './step';

/** The steps of a decision, cheap ones first; the first denial wins. What consumes anything would stand last. */
export const steps: readonly Step[] = [standing, username, permission];
