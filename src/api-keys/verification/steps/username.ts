import { type Step } from './step';

/** A key sent with a username must be sent with its own: a company key's is the slug of its company. */
export const username: Step = ({ key, username: sent }) =>
  sent === null || sent === key.company.slug ? null : 'USERNAME_MISMATCH';
