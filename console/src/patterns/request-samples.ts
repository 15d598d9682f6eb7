export type SampleLanguage = 'curl' | 'javascript' | 'python';

/** The same request in one language. */
export interface Sample {
  readonly language: SampleLanguage;
  readonly code: string;
}

export interface SampleRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** The whole address, with this server's origin. */
  readonly url: string;
  /** The key in `X-API-Key`; or a word that stands for it. */
  readonly apiKey: string;
  readonly body?: unknown;
}

export interface CurlRequest extends SampleRequest {
  /** Whose the key is: it then stands in for a password, in Basic. */
  readonly username?: string;
  /** What else it sends. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request with a key, as something to paste and run. */
export function requestSamples(request: SampleRequest): readonly Sample[] {
  return [
    { language: 'curl', code: curl(request) },
    { language: 'javascript', code: javascript(request) },
    { language: 'python', code: python(request) },
  ];
}

/** The same as one line for a shell. */
export function curl({ method = 'GET', url, apiKey, username, headers = {}, body }: CurlRequest): string {
  const credentials =
    username === undefined ? `-H ${quoted(`X-API-Key: ${apiKey}`)}` : `-u ${quoted(`${username}:${apiKey}`)}`;
  const others = Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  const lines = [`curl ${quoted(url)}`, credentials, ...others];
  if (method !== 'GET') lines.push(`-X ${method}`);
  if (body !== undefined) {
    lines.push(`-H 'Content-Type: application/json'`, `-d ${quoted(JSON.stringify(body))}`);
  }
  return lines.join(' \\\n  ');
}

function javascript({ method = 'GET', url, apiKey, body }: SampleRequest): string {
  const json = body === undefined ? '' : `, 'Content-Type': 'application/json'`;
  const options = [
    ...(method === 'GET' ? [] : [`  method: '${method}',`]),
    `  headers: { 'X-API-Key': ${JSON.stringify(apiKey)}${json} },`,
    ...(body === undefined ? [] : [`  body: JSON.stringify(${JSON.stringify(body)}),`]),
  ];
  return [
    `const response = await fetch(${JSON.stringify(url)}, {`,
    ...options,
    '});',
    'console.log(response.status, await response.json());',
  ].join('\n');
}

function python({ method = 'GET', url, apiKey, body }: SampleRequest): string {
  // Within Python, JSON text is a string like any other: so true, false and null need no other spelling.
  const json = body === undefined ? '' : `, "Content-Type": "application/json"`;
  const data = body === undefined ? [] : [`    data=${JSON.stringify(JSON.stringify(body))}.encode(),`];
  return [
    'import urllib.request',
    '',
    'request = urllib.request.Request(',
    `    ${JSON.stringify(url)},`,
    `    method="${method}",`,
    `    headers={"X-API-Key": ${JSON.stringify(apiKey)}${json}},`,
    ...data,
    ')',
    'with urllib.request.urlopen(request) as response:',
    '    print(response.status, response.read().decode())',
  ].join('\n');
}

/** As a POSIX shell takes it literally. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
