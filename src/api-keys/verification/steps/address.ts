import { isAllowed } from '../../addresses';
import { type Step } from './step';

/** A key with allowed addresses works from these only, and not at all if the address is unknown. */
export const address: Step = ({ key, address: sent }) => {
  if (key.allowedAddresses === null || key.allowedAddresses.length === 0) return null;
  return sent !== null && isAllowed(sent, key.allowedAddresses) ? null : 'ADDRESS_NOT_ALLOWED';
};
