import { Inject, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Logger } from 'pino';
import { problems } from '../../libs/problems';
import { type ServiceKey, VerifyKey } from '../api-keys';
import { ServiceKeyAuthentication } from '../auth';
import { Clock, minuteMs } from '../platform';
import { addressIn } from '../platform/ip';
import { headerText, Problem, problem } from '../platform/http';
import { LOGGER } from '../platform/logging';
import { type GatewayQuestion } from './gateway-question';

const header = 'kunci-gateway';
const gatewayRefused = problem(problems.gatewayRefused);

/** A gateway that has proved itself, and for whom it asks. */
export interface Gateway {
  readonly key: ServiceKey;
  readonly audience: string;
}

/** Whether a request says that it comes from a gateway. One that does not is answered, but told nothing of whose a key is. */
export function namesGateway(request: FastifyRequest): boolean {
  const sent = request.headers[header];
  return sent !== undefined && sent !== '';
}

/** Knows gateways by the service key that they send as `Kunci-Gateway`. */
@Injectable()
export class Gateways {
  private tellFromMs = 0;

  constructor(
    private readonly engine: VerifyKey,
    private readonly services: ServiceKeyAuthentication,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /**
   * @throws 403 `gateway-refused`, which is about the gateway and not about its client: for a key that is not good, not made for a gateway, sent
   * twice or from elsewhere, and for an audience that is not its own.
   */
  async authenticate(request: FastifyRequest, { audience }: GatewayQuestion): Promise<Gateway> {
    const key = await this.keyOf(request);
    const audiences = key?.audiences ?? [];
    const asked = audiences.find((one) => audience === null || one === audience);
    if (key === null || asked === undefined) throw gatewayRefused();
    return { key, audience: asked };
  }

  private async keyOf(request: FastifyRequest): Promise<ServiceKey | null> {
    const text = headerText(String(request.headers[header]));
    // The gateway itself, whoever its client is.
    const address = addressIn(request.raw.socket.remoteAddress ?? '');
    const from = { username: null, address, userAgent: null, route: null, requestId: request.id };
    const asked = { ...from, environments: ['live'] as const, required: null, cost: 0 };
    const verdict = await this.engine.verify(text, asked);
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
    const nowMs = this.clock.now().getTime();
    if (nowMs < this.tellFromMs) return;
    this.tellFromMs = nowMs + minuteMs;
    this.log.warn({ serviceKeyId: id, name, reason }, 'a gateway is refused, and every request with it');
  }
}
