import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { Census } from './census';
import { IdempotencyInterceptor, IdempotencyKeys } from './idempotency';

@Module({
  imports: [DiscoveryModule],
  providers: [AccessGuard, Census, IdempotencyKeys, IdempotencyInterceptor],
  exports: [AccessGuard, Census, IdempotencyInterceptor],
})
export class AccessModule {}
