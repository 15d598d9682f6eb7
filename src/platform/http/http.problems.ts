import { type FieldError, type Problem, problem } from './problem';

export const malformedRequest = problem('malformed-request', 400, 'The request could not be read.');
export const notFound = problem('not-found', 404, 'There is nothing here.');
export const payloadTooLarge = problem('payload-too-large', 413, 'The request is too large.');
export const unsupportedMediaType = problem(
  'unsupported-media-type',
  415,
  'Send the body as application/json.',
);
export const internalError = problem('internal-error', 500, 'Something went wrong on our side.');
export const unavailable = problem(
  'unavailable',
  503,
  'The service is busy or its database does not answer. Try again.',
);

const validationFailed = problem('validation-failed', 422, 'Some of what was sent cannot be accepted.');

/** 422 for fields whose form or meaning is wrong, each with a pointer to it. */
export function invalidFields(...errors: FieldError[]): Problem {
  return validationFailed({ errors });
}

/** 422 for one field. `pointer` as in `FieldError`. */
export function invalidField(pointer: string, detail: string): Problem {
  return invalidFields({ pointer, detail });
}
