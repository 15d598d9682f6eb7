import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { Census } from './census';

@Module({
  imports: [DiscoveryModule],
  providers: [AccessGuard, Census],
  exports: [AccessGuard, Census],
})
export class AccessModule {}
