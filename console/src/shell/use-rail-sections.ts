import { usePlacesIn } from './access';
import type { Place } from './places';
import { type Section, sectionsOf } from './sections';

/**
 * What the rail shows: what is behind ☰, and of the other menus what the table puts beside it. It is an outline, so a place
 * stands under the outermost of its headings only.
 */
export function useRailSections(): readonly Section[] {
  const places = [...usePlacesIn('main'), ...usePlacesIn('company'), ...usePlacesIn('settings')];
  return sectionsOf(
    places.filter(({ menu, inRail }) => menu === 'main' || inRail !== undefined).map(inOutline),
  );
}

function inOutline(place: Place): Place {
  const heading = place.inRail ?? place.under?.[0];
  return heading === undefined ? place : { ...place, under: [heading] };
}
