import type { Permission } from '../../../libs/permissions';
import type shell from '../locales/en/shell.json';

/** Where a place is found: behind ☰, behind the gear, under the company's or the user's name, or only by links. */
export type Menu = 'main' | 'settings' | 'company' | 'user' | null;

export interface Place {
  /** As react-router matches it. */
  readonly path: string;
  readonly label: `places.${keyof (typeof shell)['places']}`;
  readonly menu: Menu;
  /** The headings it stands under in its menu, outermost first. */
  readonly under?: readonly `sections.${keyof (typeof shell)['sections']}`[];
  /** Whom it is for: who acts for a company, platform staff, or anyone who is signed in. */
  readonly audience: 'company' | 'operator' | 'anyone';
  /** Any one of these opens it. */
  readonly anyOf?: readonly Permission[];
  /** Of no use to who signed in with a key: the API refuses them even to look. Most places are not like this. */
  readonly passwordSession?: true;
}

/**
 * Every place of the console, in the order the menus show them. The menus, the guard of each page and the tests read this
 * table; `routes.tsx` has a page for each. Whoever may not go to a place does not see it in a menu, is told why at its
 * address, and is refused by the API.
 */
export const places = {
  overview: { path: '/', label: 'places.overview', menu: 'main', audience: 'anyone' },
} as const satisfies Readonly<Record<string, Place>>;

export type PlaceId = keyof typeof places;

/** All of them, as the menus walk through them. */
export const allPlaces: readonly Place[] = Object.values(places);
