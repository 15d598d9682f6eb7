import { type RouteOptions } from 'fastify';
import { RouteConfig } from '@nestjs/platform-fastify';
import { minuteMs } from '../clock';

const maxMs = 15 * minuteMs;

/** For answers that are sent while they are made, and may take longer than others to their end. */
export function LongAnswer(): MethodDecorator {
  return RouteConfig({ longAnswer: true });
}

/** A hook for `onRoute`: gives the routes that say so more time. */
export function giveTime(route: RouteOptions): void {
  const config: { longAnswer?: boolean } = route.config ?? {};
  if (config.longAnswer) route.handlerTimeout = maxMs;
}
