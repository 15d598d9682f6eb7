import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from 'pino';
import { isUnavailable } from '../database';
import { DeadlineExceeded } from '../deadline';
import { GateTimeout } from '../gate';
import { isCorePath } from './core-path';
import {
  internalError,
  malformedRequest,
  notFound,
  payloadTooLarge,
  unavailable,
  unsupportedMediaType,
} from './http.problems';
import { Problem } from './problem';

/** Turns whatever was thrown into `application/problem+json` (RFC 9457). What we did not foresee becomes a bare 500. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(thrown);
    if (problem.kind.status >= 500) {
      this.log.error({ requestId: request.id, code: problem.kind.code, err: problem.cause }, problem.message);
    }
    void reply
      .status(problem.kind.status)
      .headers({
        'cache-control': 'no-store',
        ...challenge(problem, request.originalUrl),
        ...problem.case_.headers,
      })
      .type('application/problem+json')
      .send(bodyOf(problem, request.id));
  }
}

/**
 * A 401 says how to do better (RFC 9110). `Basic` is offered only where people do not browse: elsewhere a browser would
 * answer it with a password prompt of its own.
 */
function challenge(problem: Problem, originalUrl: string): Record<string, string> {
  if (problem.kind.status !== 401) return {};
  const basic = isCorePath(originalUrl) ? ', Basic realm="Kunci", charset="UTF-8"' : '';
  return { 'www-authenticate': `Bearer realm="Kunci"${basic}` };
}

/** What a client is told. */
export function bodyOf(problem: Problem, requestId: string): Record<string, unknown> {
  const { kind, case_ } = problem;
  return {
    type: `urn:kunci:problem:${kind.code}`,
    title: kind.title,
    status: kind.status,
    detail: case_.detail ?? kind.title,
    code: kind.code,
    requestId,
    ...(case_.errors ? { errors: case_.errors } : {}),
    ...case_.members,
  };
}

function toProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof GateTimeout || thrown instanceof DeadlineExceeded || isUnavailable(thrown)) {
    return unavailable({ cause: thrown, headers: { 'retry-after': '1' } });
  }
  return fromStatus(statusOf(thrown), thrown);
}

/** Nest and Fastify refuse with exceptions of their own, before our code is asked. */
function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const declared = thrown instanceof Error && 'statusCode' in thrown ? thrown.statusCode : undefined;
  return typeof declared === 'number' ? declared : 500;
}

function fromStatus(status: number, cause: unknown): Problem {
  switch (status) {
    case 404:
      return notFound({ cause });
    case 413:
      return payloadTooLarge({ cause });
    case 415:
      return unsupportedMediaType({ cause });
    case 503:
      return unavailable({ cause, headers: { 'retry-after': '1' } });
    default:
      return status >= 400 && status < 500 ? malformedRequest({ cause }) : internalError({ cause });
  }
}
