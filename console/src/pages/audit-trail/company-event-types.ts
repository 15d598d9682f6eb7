import { events } from '../../../../libs/events';

/** The types of the core that a company's trail can have. What happens to no company in particular stands in none. */
export const companyEventTypes: readonly string[] = Object.values(events)
  .filter(({ receivers }) => receivers.some((receiver) => receiver === 'company'))
  .map(({ type }) => type);
