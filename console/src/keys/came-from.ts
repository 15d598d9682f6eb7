import { type Location, useLocation } from 'react-router';

/** What a link to a key says of the list that it stands in. */
export interface FromList {
  readonly list: string;
}

/** For `state` of a link: the list as it is shown, with its filters and its page. */
export function useFromList(): FromList {
  const { pathname, search } = useLocation();
  return { list: `${pathname}${search}` };
}

/** The list of all keys as one came from it; its first page for someone who came from elsewhere. */
export function useListOfKeys(): string {
  return listOfKeys(useLocation());
}

export function listOfKeys({ state }: Pick<Location<unknown>, 'state'>): string {
  const list = typeof state === 'object' && state !== null && 'list' in state ? state.list : null;
  return typeof list === 'string' && /^\/keys(\?|$)/.test(list) ? list : '/keys';
}
