import { type Client } from '../../../../libs/sdk';
import { idempotentPosts } from '../../../../libs/sdk/idempotent-posts';

type Middleware = Parameters<Client['use']>[0];

const idempotencyKey = 'idempotency-key';
/** Of RFC 9110, section 9.2.2; without those that the API does not have. */
const idempotentMethods = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'];

/** Gives an `Idempotency-Key` to each request whose operation takes one, unless the caller gave it one. */
export const withIdempotencyKey: Middleware = {
  onRequest({ request, schemaPath }) {
    const isMissing = request.method === 'POST' && idempotentPosts.has(schemaPath);
    if (isMissing && !request.headers.has(idempotencyKey))
      request.headers.set(idempotencyKey, crypto.randomUUID());
  },
};

/** Whether a request can be sent twice and is carried out once. */
export function isRepeatable({ method, headers }: Request): boolean {
  return idempotentMethods.includes(method) || headers.has(idempotencyKey);
}
