import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type KeyRecord, type Verdict, VerifyKey } from '../api-keys';
import { acceptedKey, CredentialReader, keyHeaders, visitorOf } from '../auth';
import { Clock } from '../platform';
import { type GatewayQuestion } from './gateway-question';

/** What a gateway is told of a key that it may let through; null for nothing but that. */
export type AllowedHeaders = Readonly<Record<string, string>> | null;

/** Asks about the key that a request brought to a gateway, which hands its headers on. */
@Injectable()
export class KeyCheck {
  constructor(
    private readonly credentials: CredentialReader,
    private readonly engine: VerifyKey,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts one use. A key that is remembered is checked at once, without a promise to wait for.
   * @throws 401, 403 or 429 with the verdict as its code; 401 where there is no key, 400 where there are two.
   */
  check(request: FastifyRequest, question: GatewayQuestion): AllowedHeaders | Promise<AllowedHeaders> {
    const { required, product, environments, carrier } = question;
    const { text, username } = this.credentials.readKey(request, carrier);
    const { address, userAgent } = visitorOf(request);
    const from = { username, address, userAgent, route: null, requestId: request.id };
    const asked = { ...from, environments, required, cost: 1, ...onlyOf(product) };
    const verdict = this.engine.verify(text, asked);
    return verdict instanceof Promise
      ? verdict.then((late) => this.headersOf(late))
      : this.headersOf(verdict);
  }

  private headersOf(verdict: Verdict): AllowedHeaders {
    const now = this.clock.now();
    return keyHeaders(acceptedKey(verdict, now), verdict.limits, now);
  }
}

/** As for `POST /keys/verify`: the key of another product is unknown, and nothing is spent. */
function onlyOf(product: string | null): { isVisibleTo?: (key: KeyRecord) => boolean } {
  return product === null ? {} : { isVisibleTo: (key) => key.product === product };
}
