import { Inject, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Logger } from 'pino';
import { problems } from '../../libs/problems';
import { type ServiceKey, VerifyKey } from '../api-keys';
import { liveOnly, ServiceKeyAuthentication } from '../auth';
import { atMostEvery, Clock, minuteMs } from '../platform';
import { CONFIG, type Config } from '../platform/config';
import { addressIn } from '../platform/ip';
import { headerText, Problem, problem } from '../platform/http';
import { LOGGER } from '../platform/logging';
import { type GatewayQuestion } from './gateway-question';

const header = 'kunci-gateway';
const gatewayRefused = problem(problems.gatewayRefused);

/** Where a request came in: where everybody may ask, or where gateways alone can. */
export type Door = 'public' | 'gateways';

/** A gateway that has proved itself. */
export interface Gateway {
  /** The product whose keys it asks about; null for those of all, and all others. */
  readonly product: string | null;
  /** For whom identities are; null where none are signed. */
  readonly audience: string | null;
}

/** Knows gateways by the service key that they send as `Kunci-Gateway`, and by the listener that only they can reach. */
@Injectable()
export class Gateways {
  private readonly isTimeToTell: () => boolean;

  constructor(
    private readonly engine: VerifyKey,
    private readonly services: ServiceKeyAuthentication,
    clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.isTimeToTell = atMostEvery(minuteMs, clock);
  }

  /**
   * Which gateway asks; null where none proves itself, which is told nothing of whose a key is. A service key counts also where only
   * gateways can ask: it says more exactly who that is.
   * @throws 403 `gateway-refused`, which is about the gateway and not about its client: for a key that is not good, not made for a gateway, sent
   * twice or from elsewhere; for an audience that is not its own; and for a `cost` without any proof.
   */
  behind(request: FastifyRequest, question: GatewayQuestion, door: Door): Gateway | null | Promise<Gateway> {
    if (namesGateway(request)) return this.authenticate(request, question);
    if (door === 'gateways') return this.ofListener(question);
    if (question.cost !== null) throw gatewayRefused();
    return null;
  }

  private async authenticate(request: FastifyRequest, { audience }: GatewayQuestion): Promise<Gateway> {
    const key = await this.keyOf(request);
    const asked = audienceAmong(key?.audiences ?? [], audience);
    if (key === null || asked === null) throw gatewayRefused();
    return { product: key.product, audience: asked };
  }

  private ofListener({ audience }: GatewayQuestion): Gateway {
    const asked = audienceAmong(this.config.gateway?.audiences ?? [], audience);
    if (asked === null && audience !== null) throw gatewayRefused();
    return { product: null, audience: asked };
  }

  private async keyOf(request: FastifyRequest): Promise<ServiceKey | null> {
    const text = headerText(String(request.headers[header]));
    // The gateway itself, whoever its client is.
    const address = addressIn(request.raw.socket.remoteAddress ?? '');
    const verdict = await this.engine.verify(text, {
      username: null,
      address,
      userAgent: null,
      route: null,
      path: 'gateway',
      requestId: request.id,
      environments: liveOnly,
      required: null,
      cost: 0,
    });
    if (verdict.code !== 'NOT_FOUND' || verdict.service === null || verdict.service === 'revoked')
      return null;
    try {
      const service = { username: null, address, opening: 'keys:verify', company: null } as const;
      await this.services.authenticate(verdict.service, service);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.tell(verdict.service, error.kind.code);
      return null;
    }
    return verdict.service;
  }

  /** All requests of this gateway are refused for it, and its own log does not say why. Once a minute is enough. */
  private tell({ id, name }: ServiceKey, reason: string): void {
    if (!this.isTimeToTell()) return;
    this.log.warn({ serviceKeyId: id, name, reason }, 'a gateway is refused, and every request with it');
  }
}

/** Whether a request says which gateway it comes from. */
function namesGateway(request: FastifyRequest): boolean {
  const sent = request.headers[header];
  return sent !== undefined && sent !== '';
}

/** The one that is asked for, or the first; null where it is not there. */
function audienceAmong(audiences: readonly string[], asked: string | null): string | null {
  return audiences.find((one) => asked === null || one === asked) ?? null;
}
