import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from 'pino';
import { lastValueFrom, type Observable, of } from 'rxjs';
import { LOGGER } from '../../platform/logging';
import { type Principal } from '../../tenancy';
import { principalOf, setPrincipal } from '../request-principal';
import { RouteDeclarations } from '../route-declarations';
import { IdempotencyKeys } from './idempotency-keys';
import { type IdempotentRequest, idempotentRequest } from './idempotent-request';
import { KeptAnswers } from './kept-answers';

/** Does the work of an `@Idempotent()` route once for each `Idempotency-Key`. Guards come before it, pipes after it. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly declarations: RouteDeclarations,
    private readonly keys: IdempotencyKeys,
    private readonly answers: KeptAnswers,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = this.requestIn(context);
    if (request === null) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const claim = await this.keys.claim(request);
    if (claim.kind === 'ours') {
      this.expectAnswer(request, claim.since, ownPrincipal(context), reply.statusCode);
      return of(await this.carryOut(request, claim.since, next, reply));
    }
    void reply.status(claim.status).header('idempotency-replayed', 'true');
    return of(claim.answer);
  }

  private requestIn(context: ExecutionContext): IdempotentRequest | null {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const principal = principalOf(request);
    const { requirement } = this.declarations.of(context.getClass(), context.getHandler());
    return principal && idempotentRequest(request, principal, requirement);
  }

  /** The service hands the answer over within the unit of work of the act. */
  private expectAnswer(request: IdempotentRequest, since: Date, principal: Principal, status: number): void {
    this.answers.expect(principal, (answer, tx) =>
      this.keys.settleIn(tx, request, since, { status, answer }),
    );
  }

  private async carryOut(
    request: IdempotentRequest,
    since: Date,
    next: CallHandler,
    reply: FastifyReply,
  ): Promise<unknown> {
    let answer: unknown;
    try {
      answer = await lastValueFrom(next.handle());
    } catch (error) {
      await this.afterwards(this.keys.release(request, since));
      throw error;
    }
    const answered = { status: reply.statusCode, answer };
    await this.afterwards(this.keys.settle(request, since, answered));
    return answer;
  }

  /**
   * The act is done or refused, and the client is told so whatever happens to this note: what was handed over in the unit
   * stands; it only lacks what became known later, such as how soon a revocation was in force.
   */
  private async afterwards(note: Promise<void>): Promise<void> {
    try {
      await note;
    } catch (err) {
      this.log.warn({ err }, 'the outcome of a request with an Idempotency-Key could not be noted');
    }
  }
}

/** A principal that stands for this request alone: that of a key may be shared by all of its requests. */
function ownPrincipal(context: ExecutionContext): Principal {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const principal = principalOf(request);
  if (principal === null) throw new Error('A request without a principal has no Idempotency-Key');
  const own = { ...principal };
  setPrincipal(request, own);
  return own;
}
