import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { CONFIG, type Config } from '../../src/platform/config';

export interface Answer {
  readonly status: number;
  /** The parsed JSON; tests look into it freely. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
}

type Headers = Readonly<Record<string, string>>;

/** Speaks HTTP to the application, as one client with its credentials. Paths are under `/api/v1` unless they say more. */
export class Client {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly headers: Headers = {},
  ) {}

  with(headers: Headers): Client {
    return new Client(this.app, { ...this.headers, ...headers });
  }

  withKey(key: string): Client {
    return this.with({ 'x-api-key': key });
  }

  withBearer(key: string): Client {
    return this.with({ authorization: `Bearer ${key}` });
  }

  withBasic(username: string, key: string): Client {
    return this.with({ authorization: `Basic ${Buffer.from(`${username}:${key}`).toString('base64')}` });
  }

  /** Signs in. @returns a client with the session's cookie. */
  async signIn(username: string, password: string): Promise<Client> {
    const answer = await this.post('/sessions', { username, password });
    if (answer.status !== 201)
      throw new Error(`${username} could not sign in: ${JSON.stringify(answer.body)}`);
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    return new Client(this.app, { ...this.headers, cookie });
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  post(path: string, body?: unknown): Promise<Answer> {
    return this.send('POST', path, body);
  }

  put(path: string, body?: unknown): Promise<Answer> {
    return this.send('PUT', path, body);
  }

  patch(path: string, body?: unknown): Promise<Answer> {
    return this.send('PATCH', path, body);
  }

  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path);
  }

  async send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Answer> {
    const payload =
      body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const below = /^\/(core|api|health|docs|openapi|metrics|\.well-known)/.test(path)
      ? path
      : `/api/v1${path}`;
    const { basePath } = this.app.get<Config>(CONFIG).http;
    const response = await this.app.inject({
      method,
      url: basePath + below,
      headers: { ...type, ...this.headers },
      ...payload,
    });
    return { status: response.statusCode, body: parse(response.body), headers: response.headers };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
