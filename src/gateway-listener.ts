import { type Socket } from 'node:net';
import { type INestApplicationContext } from '@nestjs/common';
import { type FastifyInstance } from 'fastify';
import { type Logger } from 'pino';
import { GatewayRoutes } from './gateway';
import { HealthController, serveHealth } from './health';
import { atMostEvery, Clock, type LoopTurns, Metrics, minuteMs } from './platform';
import { type Config, ConfigFault, type GatewayConfig } from './platform/config';
import { admitInTurns, fastifyAdapter, type ProblemAnswers, type SecurityHeaders } from './platform/http';
import { addressIn, isWithin, toBlock } from './platform/ip';
import { logRequests } from './platform/logging';

/** What both servers of a process share. */
interface Shared {
  readonly config: Config;
  readonly log: Logger;
  readonly headers: SecurityHeaders;
  readonly answers: ProblemAnswers;
  readonly turns: LoopTurns;
}

/**
 * A server beside the main one, for gateways alone (docs/adr/0068). Nothing but what they ask is on it, so nothing else can be reached
 * there. It has the limits, the log and the metrics of the main server, and closes with it.
 */
export class GatewayListener {
  private constructor(
    readonly fastify: FastifyInstance,
    private readonly config: GatewayConfig,
  ) {}

  /** @returns null where the settings name no such listener. */
  static beside(app: INestApplicationContext, main: FastifyInstance, shared: Shared): GatewayListener | null {
    const { config, log, headers, answers, turns } = shared;
    if (config.gateway === null) return null;
    // At the root: what gateways ask is no part of what browsers see below a path.
    const http = { ...config.http, basePath: '', corsOrigins: [], onlyProxiesConnect: true };
    const fastify = fastifyAdapter(http, headers, answers).getInstance();
    admitInTurns(fastify, turns);
    logRequests(fastify, log);
    app.get(Metrics).watch(fastify);
    app.get(GatewayRoutes).serveOn(fastify, 'gateways');
    serveHealth(fastify, app.get(HealthController));
    refuseOthers(fastify, config.gateway, log, app.get(Clock));
    closeWith(main, fastify);
    return new GatewayListener(fastify, config.gateway);
  }

  /**
   * @returns the address that it listens on.
   * @throws StartFault where it cannot.
   */
  async listen(): Promise<string> {
    const { host, port } = this.config;
    try {
      return await this.fastify.listen({ host, port });
    } catch (cause) {
      const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
      const where = `port ${port} of ${host}`;
      const fault = `Gateways cannot be listened to on ${where} (${reason}). Set GATEWAY_LISTEN to a free port, and to an address of this machine.`;
      throw new ConfigFault([fault], { cause });
    }
  }
}

/** Who connects from elsewhere is not heard. Once a minute the log says so: nobody else does. */
function refuseOthers(
  { server }: FastifyInstance,
  { allowedAddresses }: GatewayConfig,
  log: Logger,
  clock: Clock,
): void {
  if (allowedAddresses === null) return;
  const blocks = allowedAddresses.map(toBlock);
  const isTimeToTell = atMostEvery(minuteMs, clock);
  server.prependListener('connection', (socket: Socket) => {
    const address = addressIn(socket.remoteAddress ?? '');
    if (address !== null && isWithin(address, blocks)) return;
    socket.destroy();
    if (!isTimeToTell()) return;
    log.warn({ address }, 'no gateway may connect from there; GATEWAY_ALLOWED_ADDRESSES does not have it');
  });
}

/** Both stop taking requests at the same time, and what is written at the end is written after the last of either. */
function closeWith(main: FastifyInstance, fastify: FastifyInstance): void {
  let closed: Promise<void> = Promise.resolve();
  main.addHook('preClose', (done) => {
    closed = fastify.close();
    done();
  });
  main.addHook('onClose', () => closed);
}
