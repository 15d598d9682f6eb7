import { type RouteOptions } from 'fastify';
import { RouteConfig } from '@nestjs/platform-fastify';

export const longBodyBytes = 512 * 1024;

/** For routes that take many things at once, and more than 64 KiB. */
export function LongBody(): MethodDecorator {
  return RouteConfig({ longBody: true });
}

/** A hook for `onRoute`: gives the routes that say so more room. */
export function giveRoom(route: RouteOptions): void {
  const config: { longBody?: boolean } = route.config ?? {};
  if (config.longBody) route.bodyLimit = longBodyBytes;
}
