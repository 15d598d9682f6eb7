import { address } from './address';
import { environment } from './environment';
import { permission } from './permission';
import { signIn } from './sign-in';
import { standing } from './standing';
import { type Step } from './step';
import { username } from './username';

export type { Question } from './step';

/** The steps of a decision that consume nothing, cheap ones first; the first denial wins. Limits come after all of them. */
export const steps: readonly Step[] = [standing, signIn, username, address, environment, permission];
