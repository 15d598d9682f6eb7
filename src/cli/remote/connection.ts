import { type Client, createClient } from '../../../libs/sdk/client';
import { Deadline } from '../../../libs/sdk/deadline';
import { CommandFault } from '../terminal/command-fault';
import { type Call } from './remote-command';
import { type Login, savedLogin } from './saved-login';
import { serverUrl } from './server-url';

const defaultTimeoutMs = 30_000;

/** A server that is called with the credentials of a login. */
export interface Connection {
  readonly client: Client;
  readonly login: Login;
}

/** @throws CommandFault where there are no credentials for the server that is named. */
export function connect(call: Call): Connection {
  const login = loginOf(call);
  const company = call.options.text('company');
  const client = clientOf(login.url, headersOf(company === undefined ? login : { ...login, company }));
  return { client, login };
}

/** The same for what is about all companies: there the server refuses a service key that names one. */
export function connectToPlatform(call: Call): Connection {
  const login = loginOf(call);
  const { url, credential } = login;
  return { client: clientOf(url, headersOf({ url, credential })), login };
}

/** `KUNCI_URL` and `KUNCI_KEY` outrank what was saved. */
export function loginOf({ settings }: Call): Login {
  // What was saved is not read where nothing of it counts: it may be broken.
  if (settings.url !== null && settings.key !== null)
    return { url: serverUrl(settings.url), credential: { key: settings.key } };
  const saved = savedLogin(settings);
  const url = settings.url === null ? saved?.url : serverUrl(settings.url);
  if (url === undefined)
    throw new CommandFault(
      'credentials',
      'You are not signed in. Start with kunci login, or set KUNCI_URL and KUNCI_KEY.',
    );
  if (settings.key !== null) return { url, credential: { key: settings.key } };
  // What one server gave out is not sent to another.
  if (saved?.url === url) return saved;
  throw new CommandFault(
    'credentials',
    `You are not signed in to ${url}, which KUNCI_URL names. Start with kunci login.`,
  );
}

/**
 * @param timeoutMs how long a request and its answer may take, to the last byte.
 * @throws CommandFault, when it is called, where no whole answer comes or one that no server of Kunci gives.
 */
export function clientOf(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  timeoutMs = defaultTimeoutMs,
): Client {
  return createClient({
    baseUrl: url,
    fetch: (request) => {
      for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
      return fetchFrom(url, request, timeoutMs);
    },
  });
}

/** Sends a request to a server, for what its client does not know. @throws as the calls of `clientOf`. */
export async function fetchFrom(
  url: string,
  request: Request,
  timeoutMs = defaultTimeoutMs,
): Promise<Response> {
  const answer = await send(url, request, timeoutMs);
  assertUsable(url, answer);
  const { body, ...rest } = answer;
  return new Response(body === '' ? null : body, rest);
}

/** @throws CommandFault for a key that no header can carry. */
export function headersOf({ credential, company }: Login): Record<string, string> {
  if ('key' in credential && !/^[!-~]+$/.test(credential.key))
    throw new CommandFault('credentials', 'This is no key: a key has letters, digits and underscores.');
  const own: Record<string, string> =
    'key' in credential ? { 'x-api-key': credential.key } : { cookie: credential.cookie };
  return company === undefined ? own : { ...own, 'kunci-company': company };
}

/** An answer that has arrived to its last byte: one that breaks off is none. */
interface Arrived {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

async function send(url: string, request: Request, timeoutMs: number): Promise<Arrived> {
  const deadline = new Deadline(timeoutMs, request.signal);
  try {
    return await deadline.within(arrived(request, deadline.signal));
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new CommandFault('unavailable', `${url} does not answer: ${reasonOf(error, timeoutMs)}.`);
  } finally {
    deadline.release();
  }
}

async function arrived(request: Request, signal: AbortSignal): Promise<Arrived> {
  // A redirect is not followed: it could carry the key to another server.
  const answer = await fetch(request, { redirect: 'manual', signal });
  const { status, headers } = answer;
  return { status, headers, body: await answer.text() };
}

/** `fetch` hides what went wrong in `cause`. */
function reasonOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'unknown reason';
  if (error.name === 'TimeoutError') return `not within ${timeoutMs / 1000} seconds`;
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}

function assertUsable(url: string, { status, headers, body }: Arrived): void {
  const target = headers.get('location');
  if (status >= 300 && status < 400)
    throw new CommandFault(
      'unavailable',
      `${url} redirects to ${target ?? 'nowhere'}. Sign in with that address.`,
    );
  const isJson = /\bjson\b/.test(headers.get('content-type') ?? '') && isParsable(body);
  if (status < 300 && status !== 204 && !isJson)
    throw new CommandFault('unavailable', `${url} answers, but not as Kunci does. Is the address right?`);
}

function isParsable(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // A page that calls itself JSON, which no server of Kunci sends.
    return false;
  }
}
