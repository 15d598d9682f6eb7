import { type Problem } from '../../platform/http';

/** The errors of RFC 6749 that are answered here: those of its section 5.2, and for what is this server's fault those of 4.1.2.1. */
type ErrorCode = 'invalid_request' | 'invalid_client' | 'server_error' | 'temporarily_unavailable';

/** A refusal as libraries of OAuth read it. */
export interface OAuthError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly error: ErrorCode; readonly error_description: string };
}

const sendForm = 'Send the body as application/x-www-form-urlencoded.';

/** What a description may not hold (RFC 6749, 5.2). */
const unspeakable = /[^\x20-\x21\x23-\x5B\x5D-\x7E]/g;

/**
 * Says a problem in the words of OAuth. Its code stands in `Kunci-Reason`, as for gateways. A caller whose key may not ask is 401 like one
 * without a good key (RFC 7662, 2.3).
 */
export function oauthErrorOf({ kind, details, message }: Problem): OAuthError {
  const status = statusOf(kind.status);
  const headers = { ...details.headers, 'kunci-reason': kind.code };
  const body = {
    error: errorOf(status),
    // The problem's own words ask for JSON, which everything else takes.
    error_description:
      kind.status === 415 ? sendForm : message.replaceAll('’', "'").replace(unspeakable, '?'),
  };
  if (status !== 401) return { status, headers, body };
  const fault = kind.code === 'credentials-missing' ? '' : ', error="invalid_token"';
  const challenge = `Bearer realm="Kunci"${fault}, Basic realm="Kunci", charset="UTF-8"`;
  return { status, headers: { ...headers, 'www-authenticate': challenge }, body };
}

function statusOf(status: number): number {
  if (status === 401 || status === 403) return 401;
  return status === 413 || status === 429 || status >= 500 ? status : 400;
}

function errorOf(status: number): ErrorCode {
  if (status === 401) return 'invalid_client';
  if (status === 429 || status === 503) return 'temporarily_unavailable';
  return status >= 500 ? 'server_error' : 'invalid_request';
}
