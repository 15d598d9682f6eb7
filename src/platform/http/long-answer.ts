import { RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyReply } from 'fastify';

/** For answers that are sent while they are made, and may take longer than others to their end. */
export function LongAnswer(): MethodDecorator {
  return RouteConfig({ longAnswer: true });
}

/** Whether the handler of a route says that of its answers. */
export function isLongAnswer({ config }: FastifyReply['routeOptions']): boolean {
  return 'longAnswer' in config && config.longAnswer === true;
}
