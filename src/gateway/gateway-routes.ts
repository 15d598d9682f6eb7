import { Inject, Injectable } from '@nestjs/common';
import { type FastifyInstance } from 'fastify';
import { type Logger } from 'pino';
import { LOGGER } from '../platform/logging';
import { type Door } from './gateways';
import { KeyCheck } from './key-check';
import { serveGateway } from './serve-gateway';
import { serveSigningKeys } from './serve-signing-keys';
import { SigningKeys } from './signing-keys';

/** What gateways ask, on each server that they can ask. */
@Injectable()
export class GatewayRoutes {
  constructor(
    private readonly check: KeyCheck,
    private readonly signingKeys: SigningKeys,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** @param fastify which has not begun to listen. @param door who can reach it. */
  serveOn(fastify: FastifyInstance, door: Door): void {
    serveGateway(fastify, door, this.check, this.log);
    serveSigningKeys(fastify, this.signingKeys);
  }
}
