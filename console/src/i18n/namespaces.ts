/** The string files there are, one for each page folder or area; `locales/en` and `locales/id` each have all of them. */
export const namespaces = [
  'api-credentials',
  'api-keys',
  'audit-trail',
  'company',
  'developer-option',
  'forms',
  'generate-api-key',
  'key',
  'key-form',
  'keys',
  'leaving',
  'my-settings',
  'overview',
  'patterns',
  'permissions',
  'platform-companies',
  'platform-company',
  'platform-products',
  'platform-service-keys',
  'platform-users',
  'problems',
  'roles',
  'security-settings',
  'service-accounts',
  'session',
  'shell',
  'usage',
  'user',
  'users',
] as const;

export const languages = ['en', 'id'] as const;

/** Each in its own language, whichever is chosen: who cannot read the one on the screen finds theirs. */
export const languageNames = { en: 'English', id: 'Bahasa Indonesia' } as const;

export type Language = (typeof languages)[number];
