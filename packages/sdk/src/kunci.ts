import { type Client, createClient } from '../../../libs/sdk';
import { isRepeatable, withIdempotencyKey } from './client/repeatable';
import { retryingFetch } from './client/retrying-fetch';
import { systemClock } from './clock';
import { type KunciOptions } from './kunci-options';
import { type Verifier } from './verifier';
import { askingVerifier } from './verify';

export interface Kunci extends Verifier {
  /** Calls the whole API by method and path, as `kunci.api.GET('/api/v1/keys/{id}', {params: {path: {id}}})`; see `orThrow`. */
  readonly api: Client;
}

/** Makes what asks Kunci. Make one, and share it. */
export function createKunci(options: KunciOptions): Kunci {
  const { timeoutMs = 10_000, verifyTimeoutMs = 2_000, maxRetries = 2, clock = systemClock } = options;
  const client = (retries: Parameters<typeof retryingFetch>[1]): Client =>
    createClient({ baseUrl: options.url, fetch: retryingFetch(sender(options), retries) });
  const api = client({ timeoutMs, maxRetries, isRepeatable });
  api.use(withIdempotencyKey);
  // Sent again, a question may count as two uses if only its answer was lost. That is better than to refuse a good key.
  const asking = client({ timeoutMs: verifyTimeoutMs, maxRetries, isRepeatable: () => true });
  return { api, verify: askingVerifier(asking, options, clock) };
}

function sender({ key, fetch }: KunciOptions): NonNullable<KunciOptions['fetch']> {
  return (request, init) => {
    if (key !== undefined) request.headers.set('x-api-key', key);
    // Looked up late, so that what a test puts in its place is used.
    return fetch === undefined ? globalThis.fetch(request, init) : fetch(request, init);
  };
}
