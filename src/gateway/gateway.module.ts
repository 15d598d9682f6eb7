import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyAdapter } from '@nestjs/platform-fastify';
import { PlainRoutes } from '../access';
import { ApiKeysModule } from '../api-keys';
import { AuthModule } from '../auth';
import { checkPath } from './gateway-questions';
import { GatewayRoutes } from './gateway-routes';
import { Gateways } from './gateways';
import { Identities } from './identities';
import { KeyCheck } from './key-check';
import { OAuthModule } from './oauth/oauth.module';
import { jwksPath } from './serve-signing-keys';
import { SigningKeys } from './signing-keys';

@Module({
  imports: [ApiKeysModule, AuthModule, OAuthModule],
  providers: [GatewayRoutes, Gateways, Identities, KeyCheck, SigningKeys],
})
export class GatewayModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly gatewayRoutes: GatewayRoutes,
    routes: PlainRoutes,
  ) {
    for (const path of [checkPath, `${checkPath}/*`])
      routes.declare({ name: `ANY ${path}`, requirement: { kind: 'public' } });
    routes.declare({ name: `GET ${jwksPath}`, requirement: { kind: 'public' } });
  }

  onModuleInit(): void {
    this.gatewayRoutes.serveOn(this.host.httpAdapter.getInstance(), 'public');
  }
}
