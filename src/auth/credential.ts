import { type FastifyRequest } from 'fastify';
import { severalCredentials } from './auth.problems';

/** Which carrier of credentials a request has. What is in it nobody has looked at yet. */
export type Credential =
  | { readonly carrier: 'cookie' }
  | { readonly carrier: 'key'; readonly text: string }
  | { readonly carrier: 'basic' }
  | { readonly carrier: 'unknown' };

/**
 * Finds the one credential of a request.
 * @param hasCookie whether a session cookie is there and counts.
 * @returns null when there is none. @throws 400 when there is more than one: which was meant would be a guess.
 */
export function findCredential(request: FastifyRequest, hasCookie: boolean): Credential | null {
  const found = [...headerValues(request, 'x-api-key').map(fromApiKey)];
  found.push(...headerValues(request, 'authorization').map(fromAuthorization));
  if (hasCookie) found.push({ carrier: 'cookie' });
  if (found.length > 1) throw severalCredentials();
  return found[0] ?? null;
}

/** Every occurrence: Node joins some repeated headers and silently drops others. */
function headerValues(request: FastifyRequest, name: string): string[] {
  const raw = request.raw.rawHeaders;
  return raw.flatMap((header, at) =>
    at % 2 === 0 && header.toLowerCase() === name ? [raw[at + 1] ?? ''] : [],
  );
}

function fromApiKey(text: string): Credential {
  return { carrier: 'key', text };
}

function fromAuthorization(value: string): Credential {
  const [, scheme = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(value) ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return { carrier: 'key', text: rest };
    case 'basic':
      return { carrier: 'basic' };
    default:
      return { carrier: 'unknown' };
  }
}
