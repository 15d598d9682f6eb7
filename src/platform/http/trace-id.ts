import { type IncomingHttpHeaders } from 'node:http';

/** `version-trace-parent-flags`; later versions may have more behind it. */
const form = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/;
const nothing = /^0+$/;

/**
 * The trace that a request is part of, by its `traceparent` (W3C Trace Context), for whoever looks for it among the lines of several
 * services.
 *
 * @returns 32 hexadecimal digits; null where there is none, or one that is malformed, which that standard says to pass over
 */
export function traceIdOf({ traceparent }: IncomingHttpHeaders): string | null {
  if (typeof traceparent !== 'string') return null;
  const [, version, trace = '', parent = '', more] = form.exec(traceparent) ?? [];
  const isKnown = version !== undefined && version !== 'ff' && !(version === '00' && more !== undefined);
  return isKnown && !nothing.test(trace) && !nothing.test(parent) ? trace : null;
}

/** The same as a member of a line or a problem; no member where there is no trace. */
export function tracedBy(headers: IncomingHttpHeaders): { readonly traceId?: string } {
  const traceId = traceIdOf(headers);
  return traceId === null ? {} : { traceId };
}
