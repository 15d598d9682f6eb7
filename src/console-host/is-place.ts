import { type IncomingHttpHeaders } from 'node:http';

/** What others answer for, also where it is not there, the console's own files, and the operator's logo. */
const elsewhere =
  /^\/(?:api|core|docs|openapi\.json|health|metrics|gateway|oauth2|\.well-known|assets|brand)(?:[/?]|$)/;

/**
 * Whether a request is a person opening a place in the console. Its addresses, like `/keys`, are known to the browser only,
 * and all lead to the same page. A script or a picture that is not there must not: it is 404, and not a page that no script can be.
 *
 * @param url the path and query of the request
 * @param accept its header: navigation asks for HTML by name, and nothing else does
 */
export function isPlace(url: string, accept: IncomingHttpHeaders['accept']): boolean {
  if (/^\/(?:\?|$)/.test(url)) return true;
  return !elsewhere.test(url) && /\btext\/html\b/i.test(accept ?? '');
}
