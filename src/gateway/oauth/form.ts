import { malformedRequest } from '../../platform/http';

/** The parameters of a request, each there once. */
export type Form = ReadonlyMap<string, string>;

/**
 * Reads `application/x-www-form-urlencoded`. One without a value counts as left out, and one that is not known is passed over.
 * @throws 400 for a parameter that comes twice (RFC 6749, 3.2): which was meant would be a guess.
 */
export function readForm(body: unknown): Form {
  const form = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(typeof body === 'string' ? body : '')) {
    if (form.has(name)) throw malformedRequest({ detail: 'A parameter comes twice.' });
    form.set(name, value);
  }
  return form;
}

/** @throws 400 where it is missing. */
export function tokenIn(form: Form): string {
  const token = form.get('token') ?? '';
  if (token === '') throw malformedRequest({ detail: 'The parameter token is missing.' });
  return token;
}
