import { type IncomingMessage } from 'node:http';

const corePrefix = '/core/api/v1';
const apiPrefix = '/api/v1';

/** Leads `/core/api/v1/…` to the same routes as `/api/v1/…`. Only API keys are accepted there. */
export function rewriteCorePath(request: Pick<IncomingMessage, 'url'>): string {
  const url = request.url ?? '/';
  return isCorePath(url) ? apiPrefix + url.slice(corePrefix.length) : url;
}

/** Whether the address a client asked for, as it asked for it, is under `/core`. */
export function isCorePath(originalUrl: string): boolean {
  return originalUrl.startsWith(corePrefix) && ['', '/', '?'].includes(originalUrl.charAt(corePrefix.length));
}
