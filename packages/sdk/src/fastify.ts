import { admit, type GuardOptions } from './guard/admission';
import { type Verifier } from './verifier';

export { type AdmittedKey, keyOf } from './guard/admitted-key';
export { type GuardOptions } from './guard/admission';

/** As much of a request of Fastify as is looked at. */
interface Request {
  readonly raw: { readonly rawHeaders: readonly string[] };
  readonly ip: string;
  readonly log: { error(fault: unknown, message?: string): void };
}

/** As much of a reply. */
interface Reply {
  code(status: number): this;
  headers(headers: Record<string, string>): this;
  send(text: string): this;
}

/**
 * An `onRequest` hook of Fastify 4 and 5 that lets in whoever has a good key with a permission, before a body is read. Behind proxies, set
 * `trustProxy`, so that `request.ip` is the client's.
 *
 * @param permission one name, or several with `AND`, `OR` and parentheses; without it any good key will do.
 */
export function requireKey(kunci: Verifier, permission?: string, options: GuardOptions = {}) {
  return async (request: Request, reply: Reply): Promise<unknown> => {
    const onFault = (fault: unknown): void => request.log.error(fault, 'no verdict of Kunci');
    const from = { rawHeaders: request.raw.rawHeaders, address: request.ip };
    const refusal = await admit(kunci, request, from, permission ?? null, { onFault, ...options });
    if (refusal === null) return undefined;
    return reply.code(refusal.status).headers(refusal.headers).send(JSON.stringify(refusal.problem));
  };
}
