import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type KeyRecord, type Verdict, VerifyKey } from '../api-keys';
import { acceptedKey, CredentialReader, keyHeaders, userAgentOf } from '../auth';
import { Clock } from '../platform';
import { clientAddress, forwardedAddress } from '../platform/http';
import { type GatewayQuestion } from './gateway-question';
import { type Door, type Gateway, Gateways } from './gateways';
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
   * Counts one use, or what a gateway says that it costs. A key that is remembered is checked at once, without a promise to wait for, unless a
   * gateway proves itself with a key of its own.
   * @throws 401, 403 or 429 with the verdict as its code; 401 where there is no key, 400 where there are two, 403 for what is no gateway.
   */
  check(
    request: FastifyRequest,
    question: GatewayQuestion,
    door: Door,
  ): AllowedHeaders | Promise<AllowedHeaders> {
    const gateway = this.gateways.behind(request, question, door);
    if (gateway instanceof Promise)
      return gateway.then((known) => this.checkFor(known, request, question, door));
    return this.checkFor(gateway, request, question, door);
  }

  private checkFor(
    gateway: Gateway | null,
    request: FastifyRequest,
    question: GatewayQuestion,
    door: Door,
  ): AllowedHeaders | Promise<AllowedHeaders> {
    const verdict = this.verdictOn(request, question, door, gateway?.product ?? null);
    if (verdict instanceof Promise) return verdict.then((late) => this.headersOf(late, question, gateway));
    return this.headersOf(verdict, question, gateway);
  }

  private verdictOn(
    request: FastifyRequest,
    { required, product, environments, carrier, cost }: GatewayQuestion,
    door: Door,
    productOfGateway: string | null,
  ): Verdict | Promise<Verdict> {
    const { text, username } = this.credentials.readKey(request, carrier);
    // Put together without spread, which costs more than everything that the key is checked for.
    return this.engine.verify(text, {
      username,
      // Where only gateways connect, the connection is never that of a client.
      address: door === 'gateways' ? forwardedAddress(request) : clientAddress(request),
      userAgent: userAgentOf(request),
      route: null,
      path: 'gateway',
      requestId: request.id,
      environments,
      required,
      cost: cost ?? 1,
      isVisibleTo: keysOf(product, productOfGateway),
    });
  }

  private headersOf(verdict: Verdict, question: GatewayQuestion, gateway: Gateway | null): AllowedHeaders {
    const now = this.clock.now();
    const key = acceptedKey(verdict, now);
    const headers = keyHeaders(key, verdict.limits, now);
    if (gateway === null) return headers;
    const identity = this.identities.of(key, question, gateway);
    return headers === null ? identity : Object.assign({}, headers, identity);
  }
}

/** As for `POST /keys/verify`: the key of another product is unknown, and nothing is spent. */
function keysOf(asked: string | null, ofGateway: string | null): (key: KeyRecord) => boolean {
  if (asked === null && ofGateway === null) return isAny;
  return ({ product }) =>
    (asked === null || product === asked) && (ofGateway === null || product === ofGateway);
}

const isAny = (): boolean => true;
