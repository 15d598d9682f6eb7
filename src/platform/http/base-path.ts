import { type IncomingMessage } from 'node:http';

/**
 * Where what is not below the path is led. No client can ask for it, as a blank ends an address in HTTP; no route has it, it is no place of the
 * console, and its answer is one of the API.
 */
const outside = '/api/ outside';

/** Probes and scrapers connect to the server itself, and need not know where browsers see it. */
const probes = /^\/(?:health\/(?:live|ready)|metrics)(?:\?|$)/;

/** A request as Node hands it over, with what Fastify has kept of its address. */
type AskedRequest = Pick<IncomingMessage, 'url'> & { originalUrl?: string };

/**
 * Takes the path of PUBLIC_URL off the address of a request, so that nothing behind this has to know of it. What is not below that path
 * is not found, but for health and metrics (docs/adr/0067).
 *
 * @param basePath like `/kunci`; with nothing, every address stays as it is
 */
export function leaveBasePath(request: AskedRequest, basePath: string): void {
  if (basePath === '') return;
  const url = belowBasePath(request.url ?? '', basePath);
  // Both: some look at what a client asked for, before anything was rewritten.
  request.url = url;
  request.originalUrl = url;
}

/** Whether an address was one that is not below the path, before it was rewritten. */
export function isOutside(url: string): boolean {
  return url === outside;
}

function belowBasePath(asked: string, basePath: string): string {
  // What is sent to a proxy has the origin in it, and a server has to understand that (RFC 9112, 3.2.2).
  const url = asked.replace(/^https?:\/\/[^/?]*/i, '');
  if (probes.test(url)) return url;
  const rest = url.slice(basePath.length);
  if (!url.startsWith(basePath) || !/^(?:[/?]|$)/.test(rest)) return outside;
  return rest.startsWith('/') ? rest : `/${rest}`;
}
