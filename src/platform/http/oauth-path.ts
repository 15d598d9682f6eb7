/** Whether an address is one that libraries of OAuth call. They send keys, and cookies do not count there. */
export function isOAuthPath(url: string): boolean {
  return url.startsWith('/oauth2/');
}
