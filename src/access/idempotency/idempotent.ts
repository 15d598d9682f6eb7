import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { IdempotencyInterceptor } from './idempotency.interceptor';

/**
 * A route that does its work once for each `Idempotency-Key`, however often a client that lost the answer asks again.
 * It does nothing on a public route: nobody in particular asks there, and one stranger must not see another's answer.
 *
 * The members named in `secret-members.ts` are kept sealed and for ten minutes only: a route that hands out a secret gives it one of
 * those names.
 */
export function Idempotent(): MethodDecorator {
  return applyDecorators(
    // On these routes alone: an interceptor for all would lead every request through RxJS.
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description:
        'Your own name for this request: 1 to 255 visible ASCII characters. Sent again by the same caller with the same ' +
        'body within 24 hours, it does nothing and answers as before, with `Idempotency-Replayed: true`; after ten minutes without ' +
        'secrets. Choose it at random, with at least 16 characters: who knows it and may act as you can read the secret again. ' +
        'With another body, or while the first is still under way: 409. A request that was refused may be sent again.',
      schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
    }),
  );
}
