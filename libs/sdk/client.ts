import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';
import { type paths } from './openapi';

/** Calls this API by method and path, as `client.GET('/api/v1/keys/{id}', {params: {path: {id}}})`. */
export type Client = FetchClient<paths>;

export interface ClientOptions {
  /** The origin of the server, e.g. `https://keys.example.com`. In a browser '' is the origin of the page. */
  readonly baseUrl: string;
  /** What sends the requests; if absent, the `fetch` of the platform. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * Makes a client. Each call answers `{data, response}`, or `{error, response}` where the server refused: then `error` is typed
 * as a `Problem`, and `isProblem` tells whether it came from this server. A call throws only when no answer came at all.
 */
export function createClient({ baseUrl, fetch }: ClientOptions): Client {
  return createFetchClient<paths>(fetch === undefined ? { baseUrl } : { baseUrl, fetch });
}
