import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyAdapter } from '@nestjs/platform-fastify';
import { type Logger } from 'pino';
import { PlainRoutes } from '../access';
import { ApiKeysModule } from '../api-keys';
import { AuthModule } from '../auth';
import { LOGGER } from '../platform/logging';
import { checkPath } from './gateway-questions';
import { KeyCheck } from './key-check';
import { serveGateway } from './serve-gateway';

@Module({ imports: [ApiKeysModule, AuthModule], providers: [KeyCheck] })
export class GatewayModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly check: KeyCheck,
    @Inject(LOGGER) private readonly log: Logger,
    routes: PlainRoutes,
  ) {
    for (const path of [checkPath, `${checkPath}/*`])
      routes.declare({ name: `ANY ${path}`, requirement: { kind: 'public' } });
  }

  onModuleInit(): void {
    serveGateway(this.host.httpAdapter.getInstance(), this.check, this.log);
  }
}
