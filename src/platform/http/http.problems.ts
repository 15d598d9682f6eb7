import { type FieldFault, problems } from '../../../libs/problems';
import { type FieldError, type Problem, problem } from './problem';

export const malformedRequest = problem(problems.malformedRequest);
export const notFound = problem(problems.notFound);
export const methodNotAllowed = problem(problems.methodNotAllowed);
export const requestTimeout = problem(problems.requestTimeout);
export const payloadTooLarge = problem(problems.payloadTooLarge);
export const unsupportedMediaType = problem(problems.unsupportedMediaType);
export const rangeNotSatisfiable = problem(problems.rangeNotSatisfiable);
export const expectationFailed = problem(problems.expectationFailed);
export const headersTooLarge = problem(problems.headersTooLarge);
export const internalError = problem(problems.internalError);
export const unavailable = problem(problems.unavailable);
export const outcomeUnknown = problem(problems.outcomeUnknown);

const validationFailed = problem(problems.validationFailed);

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

/** 422 for one field. `pointer` as in `FieldError`; the fault is made by `fieldFault` of `libs/problems`. */
export function invalidField(pointer: string, fault: FieldFault): Problem {
  return invalidFields({ pointer, ...fault });
}
