import { admit, type GuardOptions } from './guard/admission';
import { type Verifier } from './verifier';

export { type AdmittedKey, keyOf } from './guard/admitted-key';
export { type GuardOptions } from './guard/admission';

/** As much of a request of Express as is looked at. */
interface Request {
  readonly rawHeaders: readonly string[];
  readonly ip?: string | undefined;
}

/** As much of an answer. */
interface Response {
  status(code: number): this;
  set(headers: Record<string, string>): this;
  end(text: string): unknown;
}

/**
 * Middleware of Express 4 and 5 that lets in whoever has a good key with a permission. Behind proxies, set `trust proxy`, so that
 * `request.ip` is the client's.
 *
 * @param permission one name, or several with `AND`, `OR` and parentheses; without it any good key will do.
 */
export function requireKey(kunci: Verifier, permission?: string, options: GuardOptions = {}) {
  const reported: GuardOptions = { onFault: (fault) => console.error(fault), ...options };
  return async (request: Request, response: Response, next: (fault?: unknown) => void): Promise<void> => {
    const { rawHeaders, ip: address } = request;
    try {
      const refusal = await admit(kunci, request, { rawHeaders, address }, permission ?? null, reported);
      if (refusal !== null) {
        response.status(refusal.status).set(refusal.headers).end(JSON.stringify(refusal.problem));
        return;
      }
    } catch (fault) {
      // As when the answer was sent meanwhile. Express 4 drops the promise of middleware, and a rejected one would end the process.
      next(fault);
      return;
    }
    next();
  };
}
