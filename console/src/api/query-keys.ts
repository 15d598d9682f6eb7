/**
 * What each thing that was read is kept under. The first word is the resource, so that an act refreshes all of it:
 * `useCommand({ refreshes: [queryKeys.keys()] })`. Everything but the session is dropped when the company changes.
 */
export const queryKeys = {
  session: () => ['session'] as const,
  signUp: () => ['sign-up'] as const,
  oneTimeLink: (token: string | null) => ['one-time-link', token] as const,
  company: () => ['company'] as const,
  keys: (...which: unknown[]) => ['keys', ...which] as const,
  keyPolicy: () => ['key-policy'] as const,
  products: () => ['products'] as const,
  users: (...which: unknown[]) => ['users', ...which] as const,
  serviceAccounts: (...which: unknown[]) => ['service-accounts', ...which] as const,
  roles: () => ['roles'] as const,
  permissions: () => ['permissions'] as const,
  settings: () => ['settings'] as const,
  events: (...which: unknown[]) => ['events', ...which] as const,
  usage: (...which: unknown[]) => ['usage', ...which] as const,
  myFactors: () => ['my-factors'] as const,
  mySessions: () => ['my-sessions'] as const,
  platform: (...which: unknown[]) => ['platform', ...which] as const,
};
