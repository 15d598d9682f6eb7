import { randomUUID } from 'node:crypto';
import { type OutgoingHttpHeaders, STATUS_CODES } from 'node:http';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from 'pino';
import { type ProblemCatalogue, problemCatalogue, undeclaredProblem } from '../../../libs/problems';
import { isCorePath } from './core-path';
import { internalError, malformedRequest } from './http.problems';
import { type Problem } from './problem';
import { problemOf } from './problem-of';
import { type SecurityHeaders, securityHeadersFor } from './security-headers';
import { tracedBy } from './trace-id';

const mediaType = 'application/problem+json; charset=utf-8';

/** An answer for a client whose request the server could not read, so that Fastify knows nothing of it. */
export interface BareAnswer {
  readonly status: number;
  readonly requestId: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

/**
 * Turns whatever was thrown, by our own code, by Nest, by Fastify or by Node's parser, into `application/problem+json`
 * (RFC 9457). Every refusal of this server is written here. What we did not foresee becomes a bare 500.
 */
export class ProblemAnswers {
  /**
   * @param security the headers that every answer of a kind has.
   * @param catalogue the problems that it may answer with. Another is a mistake of its author, and a 500 that says so in the log.
   * @param publicUrl what the `type` of a problem begins with. Without it that is a path, which is resolved like a link (RFC 9457, 3.1.1).
   */
  constructor(
    private readonly log: Logger,
    private readonly security: SecurityHeaders = { page: {}, api: {}, gateway: {} },
    private readonly catalogue: ProblemCatalogue = problemCatalogue(),
    private readonly publicUrl: string = '',
  ) {}

  send(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = isCutOff(request)
      ? malformedRequest({ cause: thrown })
      : this.declared(problemOf(thrown));
    if (problem.kind.status >= 500) {
      const { code } = problem.kind;
      this.log.error({ ...namesOf(request), code, err: problem.cause }, problem.message);
    }
    void reply
      .status(problem.kind.status)
      // Those of its kind again: what the router refuses has passed no hook.
      .headers({
        ...securityHeadersFor(request.url, this.security),
        ...headersOf(problem, request.id),
        ...challenge(problem, request.originalUrl),
      })
      .send(this.bodyOf(problem, namesOf(request)));
  }

  /** For what has no request of Fastify's. The id of the request is made up here, and stands in the log with the reason. */
  bare(problem: Problem, reason: unknown): BareAnswer {
    const requestId = randomUUID();
    const { status, code } = problem.kind;
    this.log.info({ requestId, status, code, err: reason }, 'refused before it was a request');
    const body = JSON.stringify(this.bodyOf(problem, { requestId }));
    const headers = {
      ...this.security.page,
      ...headersOf(problem, requestId),
      'content-length': Buffer.byteLength(body),
      connection: 'close',
    };
    return { status, requestId, headers, body };
  }

  /** What a client is told. */
  private bodyOf({ kind, details }: Problem, names: RequestNames): Record<string, unknown> {
    return {
      type: `${this.publicUrl}/problems/${kind.code}`,
      title: kind.title,
      status: kind.status,
      detail: details.detail ?? kind.title,
      code: kind.code,
      ...names,
      ...(details.errors ? { errors: details.errors } : {}),
      ...details.members,
    };
  }

  private declared(problem: Problem): Problem {
    if (this.catalogue.declares(problem.kind)) return problem;
    const words = undeclaredProblem(problem.kind, throwerOf(problem));
    return internalError({ cause: new Error(words, { cause: problem }) });
  }
}

/** The same answer as the bytes of HTTP/1.1, for a socket that has no response to write it with. */
export function asBytes({ status, headers, body }: BareAnswer): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n');
}

function headersOf(problem: Problem, requestId: string): Record<string, string> {
  return {
    'x-request-id': requestId,
    'cache-control': 'no-store',
    'content-type': mediaType,
    ...problem.details.headers,
  };
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

/** Where it was thrown, as its trace says: the first place outside of `problem.ts`. */
function throwerOf({ stack = '' }: Problem): string {
  const places = stack
    .split('\n')
    .filter((line) => /^ +at /.test(line) && !/[/\\]problem\.[jt]s:/.test(line));
  return places[0]?.replace(/^ +at /, '') ?? 'unknown code';
}

/** By what a request is found again: by us, and by those whose trace it is part of. */
interface RequestNames {
  readonly requestId: string;
  readonly traceId?: string;
}

function namesOf({ id, raw }: FastifyRequest): RequestNames {
  return { requestId: id, ...tracedBy(raw) };
}

/** Its client is gone, and nobody reads the answer. The fault of that is ECONNRESET, as if it were the database's. */
function isCutOff({ raw }: FastifyRequest): boolean {
  return raw.destroyed && !raw.complete;
}
