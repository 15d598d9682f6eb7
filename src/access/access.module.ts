import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { Census } from './census';
import { PlainRoutes } from './plain-routes';
import { IdempotencyKeys, KeptAnswers, SealedSecretsUpkeep } from './idempotency';

/** Global, so that every module's routes and services can keep their answers. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [AccessGuard, Census, IdempotencyKeys, KeptAnswers, PlainRoutes, SealedSecretsUpkeep],
  exports: [AccessGuard, Census, IdempotencyKeys, KeptAnswers, PlainRoutes],
})
export class AccessModule {}
