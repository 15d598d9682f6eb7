import { type FastifyInstance } from 'fastify';
import { type HealthController } from './health.controller';

/** The health checks on a server that Nest does not know. */
export function serveHealth(fastify: FastifyInstance, health: HealthController): void {
  fastify.get('/health/live', () => health.live());
  fastify.get('/health/ready', () => health.ready());
}
