import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { Census } from './census';
import { PlainRoutes } from './plain-routes';
import { RouteDeclarations } from './route-declarations';
import { IdempotencyKeys, KeptAnswers, SealedSecretsUpkeep } from './idempotency';

const shared = [AccessGuard, Census, IdempotencyKeys, KeptAnswers, PlainRoutes, RouteDeclarations];

/** Global, so that every module's routes and services can keep their answers. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [...shared, SealedSecretsUpkeep],
  exports: [...shared],
})
export class AccessModule {}
