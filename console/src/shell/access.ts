import type { Session } from '../session/session';
import { useCan, type Can } from '../session/use-can';
import { useSession } from '../session/use-session';
import { allPlaces, type Menu, type Place } from './places';

/** Why a place stays closed. */
export type Closed = 'operators-only' | 'no-company' | 'not-permitted';

/** Whether a session may go to a place. @returns null when it may, else why not. */
export function closedBecause(place: Place, session: Session, { canAny }: Can): Closed | null {
  if (place.audience === 'operator' && !session.operator) return 'operators-only';
  if (place.audience === 'company' && session.company === null) return 'no-company';
  if (place.anyOf !== undefined && !canAny(place.anyOf)) return 'not-permitted';
  return null;
}

/** The places of one menu that this session may go to. */
export function usePlacesIn(menu: Exclude<Menu, null>): readonly Place[] {
  const session = useSession();
  const can = useCan();
  return allPlaces.filter((place) => place.menu === menu && closedBecause(place, session, can) === null);
}

/**
 * Asks whether this session may follow a link, by the path of a place as the table has it: `/keys`, not `/keys/1`.
 * For links from one page to another: what it says no to is not shown as a link.
 */
export function useMayOpen(): (path: string) => boolean {
  const session = useSession();
  const can = useCan();
  return (path) =>
    allPlaces.some((place) => place.path === path && closedBecause(place, session, can) === null);
}
