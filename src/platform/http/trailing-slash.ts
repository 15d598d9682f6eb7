import { isOAuthPath } from './oauth-path';

/**
 * Takes one slash off the end of a path of the API, or of OAuth: clients that put addresses together write `/api/v1/keys/` for `/api/v1/keys`. A
 * second one is no slip, and names nothing.
 *
 * Not for DELETE: `/api/v1/keys/` may be `/api/v1/keys/$ID` with an id that its script has left empty, and a list that can be deleted
 * must not be deleted by that.
 *
 * @param url a path, and perhaps a query, which stays as it is
 */
export function withoutTrailingSlash(url: string, method: string | undefined): string {
  if (!(url.startsWith('/api/') || isOAuthPath(url)) || method === 'DELETE') return url;
  const mark = url.indexOf('?');
  const path = mark === -1 ? url : url.slice(0, mark);
  if (!path.endsWith('/') || path.endsWith('//')) return url;
  return path.slice(0, -1) + url.slice(path.length);
}
