import { type Look, people } from '../support';

export interface Picture {
  /** The file, in docs/pictures, without `.png`. */
  readonly name: string;
  /** The person who is signed in. */
  readonly who: string;
  readonly path: string;
  readonly look?: Partial<Look>;
}

/** Every picture of README and docs. */
export const pictures: readonly Picture[] = [
  { name: 'company-key', who: 'owner@super-murah-shirt.test', path: '/api-credentials' },
  { name: 'overview-dark', who: people.Owner, path: '/', look: { theme: 'dark', language: 'id' } },
  { name: 'developer-option', who: people.Superadmin, path: '/developer-option' },
  { name: 'audit-trail', who: people.Superadmin, path: '/audit-trail' },
  { name: 'platform-companies', who: people.operator, path: '/platform/companies' },
];
