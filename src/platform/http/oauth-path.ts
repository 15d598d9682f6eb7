/** Whether an address is one that libraries of OAuth call. They send keys, and cookies do not count there. */
export function isOAuthPath(url: string): boolean {
  return url.startsWith('/oauth2/');
}

/** Where services ask about a key. */
export const introspectionPath = '/oauth2/introspect';

/** Whether it is one at which keys are checked for a request that waits; a report of a secret can wait itself. */
export function isIntrospectionPath(url: string): boolean {
  return url.startsWith(introspectionPath);
}
