import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';

/** The parameter that receives the `Step-Up-Token` header, or null. */
export const StepUpToken = createParamDecorator((_: unknown, context: ExecutionContext): string | null => {
  const sent = context.switchToHttp().getRequest<FastifyRequest>().headers['step-up-token'];
  return typeof sent === 'string' ? sent : null;
});
