import { type Look, people } from '../support';

/** A page whose picture and measures are kept in `compared/`, and have to stay as they are. */
export interface Compared {
  /** The files, without `.png` and `.txt`. */
  readonly name: string;
  /** The person who is signed in; nobody where it is null. */
  readonly who: string | null;
  readonly path: string;
  readonly look?: Partial<Look>;
  /** All of the page, and not only what a screen shows of it. */
  readonly whole?: true;
}

const dark = { theme: 'dark' } as const;
const indonesian = { language: 'id' } as const;
const phone = { width: 375 } as const;

export const compared: readonly Compared[] = [
  { name: 'styleguide', who: null, path: '/styleguide', whole: true },
  { name: 'styleguide-dark', who: null, path: '/styleguide', look: { ...dark, ...indonesian }, whole: true },
  { name: 'sign-in', who: null, path: '/sign-in' },
  { name: 'sign-up', who: null, path: '/sign-up', look: { ...dark, ...indonesian } },
  { name: 'overview', who: people.Owner, path: '/' },
  { name: 'overview-phone', who: people.Owner, path: '/', look: { ...phone, ...dark } },
  { name: 'keys', who: people.Owner, path: '/keys', look: indonesian },
  { name: 'key', who: people.Owner, path: '/keys/:id' },
  { name: 'key-phone', who: people.Owner, path: '/keys/:id', look: phone },
  { name: 'usage', who: people.Owner, path: '/usage' },
  { name: 'audit-trail', who: people.Superadmin, path: '/audit-trail', look: dark },
  { name: 'users', who: people.Superadmin, path: '/users' },
  { name: 'roles', who: people.Superadmin, path: '/settings/roles', look: indonesian },
  { name: 'developer-option', who: people.Superadmin, path: '/developer-option' },
  { name: 'api-credentials', who: people.Owner, path: '/api-credentials' },
  { name: 'security-settings', who: people.Owner, path: '/settings/security' },
  { name: 'my-settings', who: people.Owner, path: '/my-settings', look: dark },
  { name: 'platform-companies', who: people.operator, path: '/platform/companies' },
];
