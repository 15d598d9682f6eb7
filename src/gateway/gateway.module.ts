import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyAdapter } from '@nestjs/platform-fastify';
import { type Logger } from 'pino';
import { PlainRoutes } from '../access';
import { ApiKeysModule } from '../api-keys';
import { AuthModule } from '../auth';
import { LOGGER } from '../platform/logging';
import { checkPath } from './gateway-questions';
import { Gateways } from './gateways';
import { Identities } from './identities';
import { KeyCheck } from './key-check';
import { serveGateway } from './serve-gateway';
import { jwksPath, serveSigningKeys } from './serve-signing-keys';
import { SigningKeys } from './signing-keys';

@Module({
  imports: [ApiKeysModule, AuthModule],
  providers: [Gateways, Identities, KeyCheck, SigningKeys],
})
export class GatewayModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly check: KeyCheck,
    private readonly signingKeys: SigningKeys,
    @Inject(LOGGER) private readonly log: Logger,
    routes: PlainRoutes,
  ) {
    for (const path of [checkPath, `${checkPath}/*`])
      routes.declare({ name: `ANY ${path}`, requirement: { kind: 'public' } });
    routes.declare({ name: `GET ${jwksPath}`, requirement: { kind: 'public' } });
  }

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance();
    serveGateway(fastify, this.check, this.log);
    serveSigningKeys(fastify, this.signingKeys);
  }
}
