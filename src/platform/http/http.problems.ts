import { type FieldError, type Problem, problem } from './problem';

export const malformedRequest = problem('malformed-request', 400, 'The request could not be read.');
export const notFound = problem('not-found', 404, 'There is nothing here.');
export const methodNotAllowed = problem(
  'method-not-allowed',
  405,
  'This address does not take this method; Allow names those it takes.',
);
export const requestTimeout = problem('request-timeout', 408, 'The request took too long to arrive.');
export const payloadTooLarge = problem('payload-too-large', 413, 'The request is too large.');
export const unsupportedMediaType = problem(
  'unsupported-media-type',
  415,
  'Send the body as application/json.',
);
export const rangeNotSatisfiable = problem('range-not-satisfiable', 416, 'The file has no such part.');
export const expectationFailed = problem(
  'expectation-failed',
  417,
  'Of Expect this server knows 100-continue only.',
);
export const headersTooLarge = problem(
  'headers-too-large',
  431,
  'The header fields are too large: all of them together may have 16 kB.',
);
export const internalError = problem('internal-error', 500, 'Something went wrong on our side.');
export const unavailable = problem(
  'unavailable',
  503,
  'The service is busy or its database does not answer. Try again.',
);

export const outcomeUnknown = problem(
  'outcome-unknown',
  503,
  'The database stopped answering while this was being saved, so nobody knows whether it was done. Look before you try ' +
    'again, or send the same request with the same Idempotency-Key.',
);

const validationFailed = problem('validation-failed', 422, 'Some of what was sent cannot be accepted.');

/** What is refused with nothing but a status, by Nest, by Fastify or by the parser. */
export function ofStatus(status: number, cause: unknown): Problem {
  switch (status) {
    case 404:
      return notFound({ cause });
    case 408:
      return requestTimeout({ cause });
    case 413:
      return payloadTooLarge({ cause });
    case 415:
      return unsupportedMediaType({ cause });
    case 416:
      return rangeNotSatisfiable({ cause });
    case 431:
      return headersTooLarge({ cause });
    case 503:
      return unavailable({ cause, headers: { 'retry-after': '1' } });
    default:
      return status >= 400 && status < 500 ? malformedRequest({ cause }) : internalError({ cause });
  }
}

/** 422 for fields whose form or meaning is wrong, each with a pointer to it. */
export function invalidFields(...errors: FieldError[]): Problem {
  return validationFailed({ errors });
}

/** 422 for one field. `pointer` as in `FieldError`. */
export function invalidField(pointer: string, detail: string): Problem {
  return invalidFields({ pointer, detail });
}
