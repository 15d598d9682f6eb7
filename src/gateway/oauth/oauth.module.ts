import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyAdapter } from '@nestjs/platform-fastify';
import { type Logger } from 'pino';
import { PlainRoutes } from '../../access';
import { ApiKeysModule } from '../../api-keys';
import { AuthModule } from '../../auth';
import { CONFIG, type Config } from '../../platform/config';
import { introspectionPath } from '../../platform/http';
import { LOGGER } from '../../platform/logging';
import { jwksPath } from '../serve-signing-keys';
import { CredentialReports } from './credential-reports';
import { CredentialsController } from './credentials.controller';
import { Introspection } from './introspection';
import { serveMetadata, serveOAuth } from './serve-oauth';
import { metadataPath, revocationPath } from './server-metadata';

/** Keys for those who speak OAuth, and the end of secrets that are reported. */
@Module({
  imports: [ApiKeysModule, AuthModule],
  controllers: [CredentialsController],
  providers: [CredentialReports, Introspection],
})
export class OAuthModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly introspection: Introspection,
    private readonly reports: CredentialReports,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(CONFIG) private readonly config: Config,
    routes: PlainRoutes,
  ) {
    const asking = { kind: 'permission', anyOf: ['keys:verify'], by: 'key' } as const;
    routes.declare({ name: `POST ${introspectionPath}`, requirement: asking });
    routes.declare({ name: `POST ${revocationPath}`, requirement: { kind: 'public' } });
    routes.declare({ name: `GET ${metadataPath}`, requirement: { kind: 'public' } });
  }

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance();
    const { introspection, reports, log } = this;
    const { http, secrets } = this.config;
    serveOAuth(fastify, { introspection, reports, log });
    serveMetadata(fastify, http.publicUrl, secrets.signingKeys.length > 0 ? jwksPath : null);
  }
}
