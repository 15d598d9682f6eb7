import type { ManagementPermission } from '../../../libs/permissions';
import type shell from '../locales/en/shell.json';

/** Where a place is found: behind ☰, behind the gear, under the company's or the user's name, or only by links. */
export type Menu = 'main' | 'settings' | 'company' | 'user' | null;

type Heading = `sections.${keyof (typeof shell)['sections']}`;

export interface Place {
  /** As react-router matches it. */
  readonly path: string;
  readonly label: `places.${keyof (typeof shell)['places']}`;
  /** What one finds there, for places that a menu shows. */
  readonly about?: `about.${keyof (typeof shell)['about']}`;
  readonly menu: Menu;
  /** The headings it stands under in its menu, outermost first. */
  readonly under?: readonly Heading[];
  /** Of a place that is not behind ☰: the heading under which the rail shows it, too. */
  readonly inRail?: Heading;
  /** Whom it is for: who acts for a company, platform staff, or anyone who is signed in. */
  readonly audience: 'company' | 'operator' | 'anyone';
  /** Any one of these opens it. */
  readonly anyOf?: readonly ManagementPermission[];
}

const keysRead: readonly ManagementPermission[] = [
  ...(['keys.company:read', 'keys.product:read', 'keys.personal:read'] as const),
  ...(['keys.personal.any:read', 'keys.machine:read'] as const),
];

/**
 * Every place of the console, in the order the menus show them. The menus, the guard of each page and the tests read this
 * table; `routes.tsx` has a page for each. Whoever may not go to a place does not see it in a menu, is told why at its
 * address, and is refused by the API.
 */
export const places = {
  overview: { path: '/', label: 'places.overview', menu: 'main', audience: 'anyone' },
  keys: {
    path: '/keys',
    label: 'places.keys',
    about: 'about.keys',
    menu: 'main',
    audience: 'company',
    anyOf: keysRead,
  },
  key: {
    path: '/keys/:id',
    label: 'places.key',
    menu: null,
    audience: 'company',
    anyOf: keysRead,
  },
  usage: {
    path: '/usage',
    label: 'places.usage',
    about: 'about.usage',
    menu: 'main',
    audience: 'company',
    anyOf: ['usage:read'],
  },
  auditTrail: {
    path: '/audit-trail',
    label: 'places.auditTrail',
    about: 'about.auditTrail',
    menu: 'main',
    audience: 'company',
    anyOf: ['events:read'],
  },
  generateApiKey: {
    path: '/generate-api-key',
    label: 'places.generateApiKey',
    about: 'about.generateApiKey',
    menu: 'main',
    under: ['sections.integration'],
    audience: 'company',
    anyOf: ['keys.company:read'],
  },
  users: {
    path: '/users',
    label: 'places.users',
    about: 'about.users',
    menu: 'main',
    under: ['sections.manage', 'sections.userAccounts'],
    audience: 'company',
    anyOf: ['users:read'],
  },
  user: { path: '/users/:id', label: 'places.user', menu: null, audience: 'company', anyOf: ['users:read'] },
  leaving: {
    path: '/users/:id/leaving',
    label: 'places.leaving',
    menu: null,
    audience: 'company',
    anyOf: ['users:delete'],
  },
  serviceAccounts: {
    path: '/service-accounts',
    label: 'places.serviceAccounts',
    about: 'about.serviceAccounts',
    menu: 'main',
    under: ['sections.manage', 'sections.userAccounts'],
    audience: 'company',
    anyOf: ['service-accounts:read'],
  },
  serviceAccount: {
    path: '/service-accounts/:id',
    label: 'places.serviceAccount',
    menu: null,
    audience: 'company',
    anyOf: ['service-accounts:read'],
  },
  developerOption: {
    path: '/developer-option',
    label: 'places.developerOption',
    about: 'about.developerOption',
    menu: 'settings',
    audience: 'company',
    anyOf: ['keys.product:read'],
  },
  apiKeys: {
    path: '/api-keys',
    label: 'places.apiKeys',
    about: 'about.apiKeys',
    menu: 'settings',
    audience: 'company',
    anyOf: ['keys.company:read'],
  },
  securitySettings: {
    path: '/settings/security',
    label: 'places.securitySettings',
    about: 'about.securitySettings',
    menu: 'settings',
    under: ['sections.systemSettings'],
    inRail: 'sections.manage',
    audience: 'company',
    anyOf: ['settings:read'],
  },
  roles: {
    path: '/settings/roles',
    label: 'places.roles',
    about: 'about.roles',
    menu: 'settings',
    under: ['sections.fieldsAndRoles'],
    inRail: 'sections.manage',
    audience: 'company',
    anyOf: ['roles:read'],
  },
  apiCredentials: {
    path: '/api-credentials',
    label: 'places.apiCredentials',
    about: 'about.apiCredentials',
    menu: 'company',
    audience: 'company',
    anyOf: ['keys.company:read'],
  },
  company: {
    path: '/company',
    label: 'places.company',
    about: 'about.company',
    menu: 'company',
    inRail: 'sections.manage',
    audience: 'company',
    anyOf: ['company:read'],
  },
  mySettings: {
    path: '/my-settings',
    label: 'places.mySettings',
    about: 'about.mySettings',
    menu: 'user',
    audience: 'anyone',
  },
  platformCompanies: {
    path: '/platform/companies',
    label: 'places.platformCompanies',
    about: 'about.platformCompanies',
    menu: 'main',
    under: ['sections.platform'],
    audience: 'operator',
  },
  platformCompany: {
    path: '/platform/companies/:id',
    label: 'places.platformCompany',
    menu: null,
    audience: 'operator',
  },
  platformUsers: {
    path: '/platform/users',
    label: 'places.platformUsers',
    about: 'about.platformUsers',
    menu: 'main',
    under: ['sections.platform'],
    audience: 'operator',
  },
  platformProducts: {
    path: '/platform/products',
    label: 'places.platformProducts',
    about: 'about.platformProducts',
    menu: 'main',
    under: ['sections.platform'],
    audience: 'operator',
  },
  platformServiceKeys: {
    path: '/platform/service-keys',
    label: 'places.platformServiceKeys',
    about: 'about.platformServiceKeys',
    menu: 'main',
    under: ['sections.platform'],
    audience: 'operator',
  },
} as const satisfies Readonly<Record<string, Place>>;

export type PlaceId = keyof typeof places;

/** All of them, as the menus walk through them. */
export const allPlaces: readonly Place[] = Object.values(places);
