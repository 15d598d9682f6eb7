import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { Census } from './census';
import { IdempotencyInterceptor, IdempotencyKeys, KeptAnswers } from './idempotency';

/** Global, so that every module's services can keep their answers. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [AccessGuard, Census, IdempotencyKeys, IdempotencyInterceptor, KeptAnswers],
  exports: [AccessGuard, Census, IdempotencyInterceptor, KeptAnswers],
})
export class AccessModule {}
