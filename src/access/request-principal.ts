import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Principal } from '../tenancy';
import { unauthenticated } from './access.problems';

const PRINCIPAL = Symbol('Principal');

interface Carrier {
  [PRINCIPAL]?: Principal;
}

/** Notes who asks. Only the authentication guard calls this, once per request. */
export function setPrincipal(request: FastifyRequest, principal: Principal): void {
  (request as Carrier)[PRINCIPAL] = principal;
}

/** Who asks, or null on a public route. */
export function principalOf(request: FastifyRequest): Principal | null {
  return (request as Carrier)[PRINCIPAL] ?? null;
}

/** The parameter of a controller method that receives who is asking: `list(@CurrentPrincipal() principal: Principal)`. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const principal = principalOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (principal === null) throw unauthenticated();
  return principal;
});
