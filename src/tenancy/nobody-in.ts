import { utc } from '../platform/time-zones';
import { type Principal, principalWith } from './principal';

/**
 * For what the server does by itself in a company: reaches its rows, may do nothing, and stands in its log as the server.
 * @param companyId of a company that there is.
 */
export function nobodyIn(companyId: string): Principal {
  return principalWith({
    company: { id: companyId, name: '', slug: '', suspended: false, timeZone: utc },
    ...{ user: null, key: null, session: null, operator: false, method: 'api-key', permissions: [] },
  });
}
