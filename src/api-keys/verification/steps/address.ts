import { isAllowed } from '../../addresses';
import { type Step } from './step';

/** A key with addresses works from nowhere else, and from nowhere when nobody says from where it came. */
export const address: Step = ({ key, address: sent }) => {
  if (key.allowedAddresses === null || key.allowedAddresses.length === 0) return null;
  return sent !== null && isAllowed(sent, key.allowedAddresses) ? null : 'ADDRESS_NOT_ALLOWED';
};
