import { type IncomingMessage } from 'node:http';

/** `version-trace-parent-flags`; later versions may have more behind it. */
const form = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/;
const nothing = /^0+$/;

/**
 * The trace that a request is part of, by its `traceparent` (W3C Trace Context), for whoever looks for it among the lines of several
 * services.
 *
 * @returns 32 hexadecimal digits; null where there is none, or one that is malformed, which that standard says to pass over
 */
export function traceIdOf(request: Pick<IncomingMessage, 'rawHeaders'>): string | null {
  const traceparent = traceparentOf(request);
  if (traceparent === null) return null;
  const [, version, trace = '', parent = '', more] = form.exec(traceparent) ?? [];
  const isKnown = version !== undefined && version !== 'ff' && !(version === '00' && more !== undefined);
  return isKnown && !nothing.test(trace) && !nothing.test(parent) ? trace : null;
}

/** The same as a member of a line or a problem; no member where there is no trace. */
export function tracedBy(request: Pick<IncomingMessage, 'rawHeaders'>): { readonly traceId?: string } {
  const traceId = traceIdOf(request);
  return traceId === null ? untraced : { traceId };
}

const untraced = Object.freeze({});

/** From the raw headers, and by length first, as other hooks do: it is done for every request. */
function traceparentOf({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): string | null {
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 11 && name.toLowerCase() === 'traceparent') return rawHeaders[at + 1] ?? null;
  }
  return null;
}
