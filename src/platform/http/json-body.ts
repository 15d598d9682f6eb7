import { isUtf8 } from 'node:buffer';
import { type IncomingHttpHeaders } from 'node:http';
import { type FastifyInstance } from 'fastify';
import { malformedRequest, unsupportedMediaType } from './http.problems';
import { type Problem } from './problem';

export const bodyLimitBytes = 64 * 1024;
const deepest = 16;

/**
 * Accepts JSON bodies and nothing else. No content has no type: whatever type a client names for an empty body, it counts as
 * none. Refuses what is no JSON or no UTF-8, is packed, is nested deeper than anything we ask for, or would reach into prototypes.
 */
export function acceptJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addHook('onRequest', ({ raw }, _reply, done) => {
    if (raw.headers['content-type'] !== undefined && isEmpty(raw.headers)) delete raw.headers['content-type'];
    done();
  });
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: bodyLimitBytes },
    ({ headers }, bytes, done) => {
      // A cast: this is what `parseAs` asks for.
      const body = bytes as Buffer;
      if (body.length === 0) done(null, undefined);
      else if (isPacked(headers)) done(packed());
      else {
        const [error, value] = understood(body);
        done(error, value);
      }
    },
  );
  // Only the body tells whether there is one where its length is not told beforehand.
  fastify.addContentTypeParser('*', (_request, payload, done) => {
    const accept = (): void => done(null, undefined);
    payload.once('end', accept);
    payload.once('data', () => {
      payload.off('end', accept);
      done(unsupportedMediaType());
    });
    payload.once('error', done);
  });
}

function isEmpty(headers: IncomingHttpHeaders): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] === undefined && (length === undefined || Number(length) === 0);
}

function isPacked(headers: IncomingHttpHeaders): boolean {
  return (headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity';
}

/** RFC 9110, 15.5.16: the answer names what is taken. */
function packed(): Problem {
  return unsupportedMediaType({
    detail: 'Send the body as it is, without Content-Encoding.',
    headers: { 'accept-encoding': 'identity' },
  });
}

function understood(body: Buffer): [error: Problem | null, value?: unknown] {
  try {
    // Otherwise each byte that is none would become U+FFFD, and be kept as such.
    if (!isUtf8(body)) throw new Error('is no UTF-8');
    return [null, parse(body.toString())];
  } catch (error) {
    return [malformedRequest({ detail: 'The body is not JSON that can be accepted.', cause: error })];
  }
}

function parse(text: string): unknown {
  // Depth is judged on the text: a recursive walk over what was parsed could itself run out of stack.
  if (depthOf(text) > deepest) throw new Error(`nested deeper than ${deepest}`);
  return JSON.parse(text, (key, value: unknown) => {
    if (key === '__proto__') throw new Error('names __proto__');
    return value;
  });
}

function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted && character === '\\') at += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '{' || character === '[')) most = Math.max(most, (depth += 1));
    else if (!quoted && (character === '}' || character === ']')) depth -= 1;
  }
  return most;
}
