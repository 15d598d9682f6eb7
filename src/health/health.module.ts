import { Module } from '@nestjs/common';
import { DatabaseFigures } from './database-figures';
import { HealthController } from './health.controller';
import { MetricsController } from './metrics.controller';

@Module({ controllers: [HealthController, MetricsController], providers: [DatabaseFigures] })
export class HealthModule {}
