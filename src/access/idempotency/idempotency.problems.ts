import { problem } from '../../platform/http';

export const invalidIdempotencyKey = problem(
  'invalid-idempotency-key',
  400,
  'An Idempotency-Key has 1 to 255 visible ASCII characters.',
);
export const idempotencyKeyReused = problem(
  'idempotency-key-reused',
  409,
  'This Idempotency-Key was sent with another request before.',
);
export const idempotencyKeyInUse = problem(
  'idempotency-key-in-use',
  409,
  'A request with this Idempotency-Key is still under way.',
);
