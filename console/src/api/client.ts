import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from '../../../libs/sdk/openapi';
import { placeAt, serverAddress } from './base-path';
import { connectionIs } from './connection';
import { isProblem, problemOf, Unreachable } from './problem';
import { sessionWasLost } from './session-loss';

/** What the server answers with, by the names of its OpenAPI document: `Schemas['Key']`. */
export type Schemas = components['schemas'];

/**
 * The REST API, typed by its document. A refusal is thrown as `ApiProblem`, a lost server as `Unreachable`, so what comes
 * back is an answer: `const page = await answerOf(api.GET('/api/v1/keys', { params: { query: { limit: 20 } } }))`.
 */
export const api = createClient<paths>({ baseUrl: serverAddress(), credentials: 'same-origin' });

const refusals: Middleware = {
  async onResponse({ request, response }) {
    if (response.ok) {
      connectionIs('there');
      return;
    }
    const problem = await problemOf(response);
    connectionIs(problem instanceof Unreachable ? 'lost' : 'there');
    if (isProblem(problem) && problem.status === 401 && !provesOneself(request)) sessionWasLost(problem);
    throw problem;
  },
  onError({ request, error }) {
    // The page gave the request up itself; nothing is lost.
    if (request.signal.aborted) return;
    connectionIs('lost');
    return new Unreachable('No answer', { cause: error });
  },
};

api.use(refusals);

/** The body of an answer. Calls that answer 204 have none; await those without it. */
export async function answerOf<T>(call: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  const { data } = await call;
  if (data === undefined || data === null) throw new Unreachable('An answer without a body');
  return data;
}

/** Where 401 says that a secret is wrong, or that nobody is signed in yet, and not that a session has ended. */
function provesOneself({ method, url }: Request): boolean {
  const pathname = placeAt(new URL(url).pathname);
  if (pathname === '/api/v1/sessions/current') return method === 'GET';
  return pathname === '/api/v1/sessions' || pathname.endsWith('/redeem');
}
