import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Principal } from '../tenancy';
import { unauthenticated } from './access.problems';

const PRINCIPAL = Symbol('Principal');

interface Carrier {
  [PRINCIPAL]?: Principal;
}

/** Stores the principal of the request. Only the authentication guard calls this, once per request. */
export function setPrincipal(request: FastifyRequest, principal: Principal): void {
  (request as Carrier)[PRINCIPAL] = principal;
}

/** The principal of the request, or null on a public route. */
export function principalOf(request: FastifyRequest): Principal | null {
  return (request as Carrier)[PRINCIPAL] ?? null;
}

/** Injects the principal into a parameter of a controller method: `list(@CurrentPrincipal() principal: Principal)`. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const principal = principalOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (principal === null) throw unauthenticated();
  return principal;
});
