import { ask } from '../terminal/ask';
import { CommandFault } from '../terminal/command-fault';
import { readSecret } from '../terminal/read-secret';
import { answered, type Answer } from './answered';
import { clientOf, headersOf } from './connection';
import { type Call, type RemoteCommand } from './remote-command';
import { type Login, saveLogin } from './saved-login';
import { isReadableOnTheWay, serverUrl } from './server-url';

export const login: RemoteCommand = {
  name: 'login',
  summary: 'Sign in to a server, with a password or a key',
  examples: [
    ['kunci login https://keys.example.com', 'asks for username and password'],
    ['kunci login https://keys.example.com --username you@example.com < password.txt', 'for scripts'],
    ['kunci login https://keys.example.com --key < ci.key', 'with a key instead'],
  ],
  operands: [['[url]', 'the address of the server; KUNCI_URL if left out']],
  options: [
    { flags: '--username <name>', meaning: 'who signs in; asked for if left out' },
    { flags: '--key', meaning: 'read a key instead of a password' },
    { flags: '--company <slug>', meaning: 'with a service key: the company that it acts for' },
  ],
  run: async (call) => {
    const { settings, terminal, options } = call;
    const url = serverUrl(await urlOf(call));
    if (isReadableOnTheWay(url))
      terminal.tell(`Warning: ${url} is not encrypted. What you send can be read on the way.`);
    const signedIn = options.flag('key') ? await byKey(call, url) : await byPassword(call, url);
    saveLogin(settings, signedIn);
    const me = answered(await clientOf(url, headersOf(signedIn)).GET('/api/v1/me'));
    terminal.tell(
      `You are signed in to ${url} as ${me.username}${me.companyName === null ? '' : `, ${me.companyName}`}.`,
    );
    if (settings.key !== null) terminal.tell('KUNCI_KEY is set, and commands use that key instead.');
  },
};

async function urlOf({ operands: [url], settings }: Call): Promise<string> {
  const named = url ?? settings.url;
  if (named !== null) return named;
  return askOrFail('Server: ', 'Name the address of the server: kunci login URL.');
}

async function byKey({ options }: Call, url: string): Promise<Login> {
  const key = (await readSecret('Key')).trim();
  const company = options.text('company');
  const found = { url, credential: { key }, ...(company === undefined ? {} : { company }) };
  answered(await clientOf(url, headersOf(found)).GET('/api/v1/me'));
  return found;
}

async function byPassword({ options }: Call, url: string): Promise<Login> {
  const username =
    options.text('username') ?? (await askOrFail('Username: ', 'Say who signs in: --username NAME.'));
  const password = await readSecret('Password');
  const answer = await clientOf(url).POST('/api/v1/sessions', { body: { username, password } });
  answered(answer);
  return { url, credential: { cookie: cookieOf(answer) } };
}

async function askOrFail(question: string, otherwise: string): Promise<string> {
  if (!process.stdin.isTTY) throw new CommandFault('usage', otherwise);
  return ask(question);
}

function cookieOf({ response }: Answer<unknown>): string {
  const cookie = response.headers.getSetCookie().find((one) => one.includes('kunci_session='));
  const [pair] = cookie?.split(';') ?? [];
  if (pair === undefined)
    throw new CommandFault('unavailable', 'The server opened a session and sent no cookie.');
  return pair;
}
