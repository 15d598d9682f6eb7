import { problems } from '../../../libs/problems';
import { problem } from '../../platform/http';

export const invalidIdempotencyKey = problem(problems.invalidIdempotencyKey);
export const idempotencyKeyReused = problem(problems.idempotencyKeyReused);
export const idempotencyAnswerLost = problem(problems.idempotencyAnswerLost);
export const idempotencyKeyInUse = problem(problems.idempotencyKeyInUse);
