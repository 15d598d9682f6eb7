import { type FastifyRequest } from 'fastify';
import { headerText } from '../../platform/http';
import { severalCredentials } from '../auth.problems';

/** Which carrier of credentials a request has. What is in it nobody has looked at yet. */
export type Credential =
  | { readonly carrier: 'cookie' }
  | { readonly carrier: 'key'; readonly text: string }
  | { readonly carrier: 'basic' }
  | { readonly carrier: 'unknown' };

/** A header that carries credentials. */
export type CredentialHeader = 'x-api-key' | 'authorization';

/**
 * Finds the one credential of a request.
 * @param hasCookie whether a session cookie is there and counts.
 * @param only the one header that counts; null for both.
 * @returns null when there is none. @throws 400 when there is more than one: which was meant would be a guess.
 */
export function findCredential(
  request: FastifyRequest,
  hasCookie: boolean,
  only: CredentialHeader | null = null,
): Credential | null {
  let found: Credential | null = hasCookie ? { carrier: 'cookie' } : null;
  // Every occurrence: Node joins some repeated headers and silently drops others.
  const raw = request.raw.rawHeaders;
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const here = readCarrier(raw[at] ?? '', raw[at + 1] ?? '', only);
    if (here === null) continue;
    if (found !== null) throw severalCredentials();
    found = here;
  }
  return found;
}

/** By length first: this is done for every header of every request. */
function readCarrier(name: string, value: string, only: CredentialHeader | null): Credential | null {
  switch (name.length) {
    case 'x-api-key'.length:
      return isHeader(name, 'x-api-key', only) ? fromApiKey(value) : null;
    case 'authorization'.length:
      return isHeader(name, 'authorization', only) ? fromAuthorization(value) : null;
    default:
      return null;
  }
}

function isHeader(name: string, wanted: CredentialHeader, only: CredentialHeader | null): boolean {
  return (only === null || only === wanted) && name.toLowerCase() === wanted;
}

function fromApiKey(text: string): Credential {
  return { carrier: 'key', text: headerText(text) };
}

function fromAuthorization(value: string): Credential {
  const [, scheme = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(headerText(value)) ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return { carrier: 'key', text: rest };
    case 'basic':
      return { carrier: 'basic' };
    default:
      return { carrier: 'unknown' };
  }
}
