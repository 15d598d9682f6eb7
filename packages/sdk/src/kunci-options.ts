import { type Clock } from './clock';

export interface KunciOptions {
  /**
   * Where Kunci is, as `https://keys.example.com` or `https://example.com/kunci`. In a browser '' is the origin of the page. Keys are sent
   * there as they are: `http://` is for the same machine and for networks that you trust.
   */
  readonly url: string;
  /** The key to call with, usually of a service or of a company, with `keys:verify`. Without it, calls have the cookie of the page. */
  readonly key?: string | undefined;
  /** What every question has unless it says otherwise: only keys of this product are accepted. */
  readonly product?: string | undefined;
  /** Likewise: which keys are accepted; `live` by default. */
  readonly environment?: 'live' | 'test' | undefined;
  /**
   * For how long a good verdict counts again while Kunci cannot be reached, which is no answer in time, or 502, 503 or 504; 0 by default, so
   * that nobody gets in without Kunci. While it can be reached, every key is asked about. With more, a key that is revoked during an outage is accepted until this long after its last good
   * verdict, and no use is counted.
   */
  readonly maxStaleMs?: number | undefined;
  /** How long a verification may take with all of its attempts; 2,000 by default. */
  readonly verifyTimeoutMs?: number | undefined;
  /** The same of any other call; 10,000 by default. */
  readonly timeoutMs?: number | undefined;
  /** How often a request that can be repeated is sent again; 2 by default. */
  readonly maxRetries?: number | undefined;
  /** What sends the requests; by default, the `fetch` of the platform. Heed the signal in `init`, which ends a request that takes too long. */
  readonly fetch?: ((request: Request, init: RequestInit) => Promise<Response>) | undefined;
  /** For tests. */
  readonly clock?: Clock | undefined;
}
