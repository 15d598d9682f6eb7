import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type KeyRecord, type Verdict, VerifyKey } from '../api-keys';
import { acceptedKey, CredentialReader, keyHeaders, visitorOf } from '../auth';
import { Clock } from '../platform';
import { type GatewayQuestion } from './gateway-question';
import { Gateways, namesGateway } from './gateways';
import { Identities } from './identities';

/** What a gateway is told of a key that it may let through; null for nothing but that. */
export type AllowedHeaders = Readonly<Record<string, string>> | null;

/** Asks about the key that a request brought to a gateway, which hands its headers on. */
@Injectable()
export class KeyCheck {
  constructor(
    private readonly credentials: CredentialReader,
    private readonly engine: VerifyKey,
    private readonly gateways: Gateways,
    private readonly identities: Identities,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts one use. A key that is remembered is checked at once, without a promise to wait for, unless a gateway proves itself.
   * @throws 401, 403 or 429 with the verdict as its code; 401 where there is no key, 400 where there are two, 403 for what is no gateway.
   */
  check(request: FastifyRequest, question: GatewayQuestion): AllowedHeaders | Promise<AllowedHeaders> {
    if (namesGateway(request)) return this.checkForGateway(request, question);
    const verdict = this.verdictOn(request, question, question.product);
    return verdict instanceof Promise
      ? verdict.then((late) => this.headersOf(late))
      : this.headersOf(verdict);
  }

  private async checkForGateway(request: FastifyRequest, question: GatewayQuestion): Promise<AllowedHeaders> {
    const gateway = await this.gateways.authenticate(request, question);
    const { product } = gateway.key;
    const verdict = await this.verdictOn(request, question, question.product, product);
    const headers = this.headersOf(verdict);
    if (verdict.code !== 'VALID') return headers;
    return { ...headers, ...this.identities.of(verdict.key, question, gateway) };
  }

  private verdictOn(
    request: FastifyRequest,
    { required, environments, carrier }: GatewayQuestion,
    ...products: readonly (string | null)[]
  ): Verdict | Promise<Verdict> {
    const { text, username } = this.credentials.readKey(request, carrier);
    const { address, userAgent } = visitorOf(request);
    const from = { username, address, userAgent, route: null, requestId: request.id };
    return this.engine.verify(text, { ...from, environments, required, cost: 1, ...onlyOf(products) });
  }

  private headersOf(verdict: Verdict): AllowedHeaders {
    const now = this.clock.now();
    return keyHeaders(acceptedKey(verdict, now), verdict.limits, now);
  }
}

/** As for `POST /keys/verify`: the key of another product is unknown, and nothing is spent. */
function onlyOf(products: readonly (string | null)[]): { isVisibleTo?: (key: KeyRecord) => boolean } {
  const named = products.filter((product) => product !== null);
  return named.length === 0
    ? {}
    : { isVisibleTo: (key) => named.every((product) => key.product === product) };
}
