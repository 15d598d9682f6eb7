import { CommandFault, exitCodes } from '../terminal/command-fault';
import { inColumns } from '../terminal/columns';
import { harmless } from '../terminal/terminal';
import { clientOf, headersOf, loginOf } from './connection';
import { type Finding, findingsOfServer } from './findings';
import { type Call, type RemoteCommand } from './remote-command';
import { type Login, savedLogin } from './saved-login';
import { isReadableOnTheWay, serverUrl } from './server-url';
import { jsonOption } from './show';

export const doctor: RemoteCommand = {
  name: 'doctor',
  summary: 'Check the way to the server, its clock, and your credentials',
  examples: [
    ['kunci doctor', 'of the server that you are signed in to'],
    ['kunci doctor https://keys.example.com', 'of another, without credentials'],
  ],
  operands: [['[url]', 'the address of the server; the one you are signed in to if left out']],
  options: [jsonOption],
  run: async (call) => {
    const url = urlOf(call);
    const reached = await findingsOfServer(url);
    const findings = [
      ...reached,
      encryption(url, reached),
      ...(reached.some(({ outcome }) => outcome !== undefined) ? [] : [await credentials(call, url)]),
    ];
    if (call.options.flag('json')) call.terminal.printJson(findings);
    else show(call, findings);
    const worst = findings.find(({ outcome }) => outcome !== undefined)?.outcome;
    if (worst !== undefined) process.exitCode = exitCodes[worst];
  },
};

function urlOf({ operands: [named], settings }: Call): string {
  const url = named ?? settings.url ?? savedLogin(settings)?.url;
  if (url === undefined) throw new CommandFault('usage', 'Name the address of the server: kunci doctor URL.');
  return serverUrl(url);
}

function encryption(url: string, reached: readonly Finding[]): Finding {
  const about = 'encryption';
  if (isReadableOnTheWay(url))
    return { about, verdict: 'warning', detail: 'none: use https:// outside this machine' };
  if (!url.startsWith('https:')) return { about, verdict: 'good', detail: 'not needed on this machine' };
  if (reached.some(({ outcome }) => outcome !== undefined))
    return { about, verdict: 'warning', detail: 'not known' };
  return { about, verdict: 'good', detail: 'TLS, with a certificate that this machine trusts' };
}

async function credentials(call: Call, url: string): Promise<Finding> {
  const about = 'credentials';
  const login = loginFor(call, url);
  if (login === null)
    return { about, verdict: 'bad', detail: 'none for this server: kunci login', outcome: 'credentials' };
  const { data, response } = await clientOf(url, headersOf(login)).GET('/api/v1/me');
  if (data !== undefined)
    return { about, verdict: 'good', detail: `${data.username}, ${data.permissions.length} permissions` };
  const outcome = response.status === 401 ? 'credentials' : 'refused';
  return { about, verdict: 'bad', detail: `the server answers ${response.status}: kunci login`, outcome };
}

function loginFor(call: Call, url: string): Login | null {
  try {
    const login = loginOf(call);
    return login.url === url ? login : null;
  } catch (error) {
    if (error instanceof CommandFault) return null;
    throw error;
  }
}

function show({ terminal }: Call, findings: readonly Finding[]): void {
  const styles = { good: 'green', warning: 'yellow', bad: 'red' } as const;
  const rows = findings.map(({ about, verdict, detail }) => [
    terminal.styled(styles[verdict], verdict),
    about,
    harmless(detail),
  ]);
  for (const line of inColumns(rows)) terminal.print(line);
}
