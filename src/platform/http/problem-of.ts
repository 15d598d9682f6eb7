import { HttpException } from '@nestjs/common';
import { isUnavailable, OutcomeUnknown } from '../database';
import { DeadlineExceeded } from '../deadline';
import { GateTimeout } from '../gate';
import { ofStatus, outcomeUnknown, unavailable } from './http.problems';
import { Problem } from './problem';

/** What was thrown as a problem. What we did not foresee is a bare 500. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof OutcomeUnknown)
    return outcomeUnknown({ cause: thrown.cause, headers: { 'retry-after': '1' } });
  if (thrown instanceof GateTimeout || thrown instanceof DeadlineExceeded || isUnavailable(thrown)) {
    return unavailable({ cause: thrown, headers: { 'retry-after': '1' } });
  }
  return ofStatus(statusOf(thrown), thrown);
}

/** Nest and Fastify refuse with exceptions of their own, before our code is asked. */
function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const declared = thrown instanceof Error && 'statusCode' in thrown ? thrown.statusCode : undefined;
  return typeof declared === 'number' ? declared : 500;
}
