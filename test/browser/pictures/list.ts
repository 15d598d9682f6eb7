import { type Look, people } from '../support';

export interface Picture {
  /** The file, in docs/pictures, without `.png`. */
  readonly name: string;
  /** Who looks; null for who is not signed in. */
  readonly who: string | null;
  readonly path: string;
  readonly look?: Partial<Look>;
}

/** Every picture of README and docs. */
export const pictures: readonly Picture[] = [
  { name: 'company-key', who: 'owner@super-murah-shirt.test', path: '/api-credentials' },
  { name: 'sign-in', who: null, path: '/sign-in' },
  { name: 'overview', who: people.Owner, path: '/' },
  { name: 'overview-dark', who: people.Owner, path: '/', look: { theme: 'dark', language: 'id' } },
  { name: 'overview-phone', who: people.Owner, path: '/', look: { width: 375 } },
  { name: 'developer-option', who: people.Superadmin, path: '/developer-option' },
  { name: 'audit-trail', who: people.Superadmin, path: '/audit-trail' },
  { name: 'platform-companies', who: people.operator, path: '/platform/companies' },
];
