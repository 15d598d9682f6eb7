import type { ReactNode } from 'react';
import { lazyPart } from '../api/lazy-part';
import { useCan } from '../session/use-can';
import { useSession } from '../session/use-session';
import { closedBecause } from './access';
import type { Place } from './places';

// Few come to a place that is closed to them: the menus do not lead there.
const ClosedPlace = lazyPart(() => import('./closed-place'));

/** Shows a place to those who may go there, and the reason to everyone else. */
export function PlaceGuard({ place, children }: { place: Place; children: ReactNode }) {
  const session = useSession();
  const can = useCan();
  const closed = closedBecause(place, session, can);
  return closed === null ? children : <ClosedPlace place={place} because={closed} />;
}
