import { isProblem } from '../../../../libs/sdk';
import { retryAfterSeconds } from '../../../../libs/sdk/retry-after';
import { KunciProblem, KunciUnavailable } from '../faults';

/** What a call of the client answers. */
interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** With these a server, or a proxy before it, says that it cannot do its work now. Everything else is an answer. */
const outages = [502, 503, 504];

/**
 * Takes the data out of an answer: `const {data} = await orThrow(kunci.api.GET('/api/v1/keys'))`.
 *
 * @returns what the operation answers; undefined where that has no body.
 * @throws KunciProblem where Kunci refused, KunciUnavailable where it cannot answer now or something else answered.
 */
export async function orThrow<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  // A cast: without an error the data is there, if the operation has any.
  if (response.ok) return data as T;
  const known = {
    retryAfterSeconds: retryAfterSeconds(response.headers),
    isUnreachable: outages.includes(response.status),
  };
  if (!isProblem(error)) throw new KunciUnavailable(notKunci(response), { ...known, cause: error });
  const problem = new KunciProblem(error);
  if (response.status < 500 && response.status !== 429) throw problem;
  throw new KunciUnavailable(`Kunci cannot answer now: ${problem.message}`, { ...known, cause: problem });
}

function notKunci({ status, type, url }: Response): string {
  const isRedirect = type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
  return isRedirect
    ? `No redirect is followed, so that no key goes to another server. Kunci is not at ${url}`
    : `What answered with ${status} is not Kunci, or a proxy before it: ${url}`;
}
