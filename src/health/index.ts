export { HealthController } from './health.controller';
export { HealthModule } from './health.module';
export { serveHealth } from './serve-health';
