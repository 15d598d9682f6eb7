import { type FastifyInstance } from 'fastify';
import { malformedRequest } from './http.problems';

export const bodyLimitBytes = 64 * 1024;
const deepest = 16;

/**
 * Accepts JSON bodies and nothing else. An empty body counts as none, for a client that sends its media type always.
 * Refuses what is no JSON, is nested deeper than anything we ask for, or would reach into prototypes.
 */
export function acceptJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: bodyLimitBytes },
    (_request, text, done) => {
      try {
        done(null, text === '' ? undefined : parse(text.toString()));
      } catch (error) {
        done(malformedRequest({ detail: 'The body is not JSON that can be accepted.', cause: error }));
      }
    },
  );
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
