import type { Place } from './places';

/** Places that stand one after the other under the same headings. */
export interface Section {
  readonly under: NonNullable<Place['under']>;
  readonly places: readonly Place[];
}

/** Groups a menu by its headings, in the order of the table; what has none comes first. */
export function sectionsOf(places: readonly Place[]): readonly Section[] {
  const sections = new Map<string, { under: NonNullable<Place['under']>; places: Place[] }>();
  for (const place of places) {
    const under = place.under ?? [];
    const section = sections.get(under.join()) ?? { under, places: [] };
    section.places.push(place);
    sections.set(under.join(), section);
  }
  return [...sections.values()].sort((a, b) => Number(a.under.length > 0) - Number(b.under.length > 0));
}
