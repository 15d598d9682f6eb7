import { standingOf } from '../../key-status';
import { type Step } from './step';

/** Company suspended, revoked, expired, kind disabled, product not enabled, owner inactive: independent of the request. */
export const standing: Step = ({ key, now }) => {
  const found = standingOf(key.facts, now);
  return found === 'GOOD' ? null : found;
};
