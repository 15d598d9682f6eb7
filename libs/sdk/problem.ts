import { type components } from './openapi';

/** A refusal, as the server says it: `application/problem+json` (RFC 9457). Switch on `code`. */
export type Problem = components['schemas']['Problem'];

/** Whether an answer's body is a refusal of this server, and not, say, the page of a proxy in between. */
export function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    'status' in body &&
    typeof body.status === 'number' &&
    'detail' in body &&
    typeof body.detail === 'string'
  );
}
