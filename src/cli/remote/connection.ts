import { type Client, createClient } from '../../../libs/sdk/client';
import { CommandFault } from '../terminal/command-fault';
import { type Call } from './remote-command';
import { type Login, savedLogin } from './saved-login';
import { serverUrl } from './server-url';

const timeoutMs = 30_000;

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

/** @throws CommandFault, when it is called, where no answer comes or one that no server of Kunci gives. */
export function clientOf(url: string, headers: Readonly<Record<string, string>> = {}): Client {
  return createClient({
    baseUrl: url,
    fetch: async (request) => {
      for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
      return assertUsable(url, await send(url, request));
    },
  });
}

/** @throws CommandFault for a key that no header can carry. */
export function headersOf({ credential, company }: Login): Record<string, string> {
  if ('key' in credential && !/^[!-~]+$/.test(credential.key))
    throw new CommandFault('credentials', 'This is no key: a key has letters, digits and underscores.');
  const own: Record<string, string> =
    'key' in credential ? { 'x-api-key': credential.key } : { cookie: credential.cookie };
  return company === undefined ? own : { ...own, 'kunci-company': company };
}

async function send(url: string, request: Request): Promise<Response> {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
  try {
    // A redirect is not followed: it could carry the key to another server.
    return await fetch(request, { redirect: 'manual', signal });
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new CommandFault('unavailable', `${url} does not answer: ${reasonOf(error)}.`);
  }
}

/** `fetch` hides what went wrong in `cause`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown reason';
  if (error.name === 'TimeoutError') return `not within ${timeoutMs / 1000} seconds`;
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}

function assertUsable(url: string, response: Response): Response {
  const target = response.headers.get('location');
  if (response.status >= 300 && response.status < 400)
    throw new CommandFault(
      'unavailable',
      `${url} redirects to ${target ?? 'nowhere'}. Sign in with that address.`,
    );
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  if (response.ok && response.status !== 204 && !isJson)
    throw new CommandFault('unavailable', `${url} answers, but not as Kunci does. Is the address right?`);
  return response;
}
