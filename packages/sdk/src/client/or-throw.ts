import { isProblem } from '../../../../libs/sdk';
import { KunciProblem, KunciUnavailable } from '../faults';
import { retryAfterSeconds } from './retry-after';

/** What a call of the client answers. */
interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

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
  const { status, headers } = response;
  if (!isProblem(error)) {
    const message = `What answered with ${status} is not Kunci, or a proxy before it: ${response.url}`;
    throw new KunciUnavailable(message, retryAfterSeconds(headers), error);
  }
  const problem = new KunciProblem(error);
  if (status < 500 && status !== 429) throw problem;
  throw new KunciUnavailable(
    `Kunci cannot answer now: ${problem.message}`,
    retryAfterSeconds(headers),
    problem,
  );
}
