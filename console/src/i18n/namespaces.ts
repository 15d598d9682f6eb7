/** The string files there are, one for each page folder or area; `locales/en` and `locales/id` each have all of them. */
export const namespaces = ['shell', 'session', 'overview', 'forms', 'problems'] as const;

export const languages = ['en', 'id'] as const;

export type Language = (typeof languages)[number];
