import { Agent, request } from 'node:http';

/** An answer that came over the network, or a fault of the connection. */
export interface WireAnswer {
  /** Null where the connection broke. */
  readonly status: number | null;
  /** The parsed JSON; tests look into it freely. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** When it was sent, in milliseconds since 1970, and how long it took. */
  readonly sentAtMs: number;
  readonly tookMs: number;
}

type Headers = Readonly<Record<string, string>>;

/** Speaks HTTP to a process, over connections that are kept open. Paths are under `/api/v1` unless they say more. */
export class Wire {
  private readonly agent = new Agent({ keepAlive: true });
  private closed = false;

  constructor(private readonly address: () => string) {}

  get(path: string, headers: Headers = {}): Promise<WireAnswer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body?: unknown, headers: Headers = {}): Promise<WireAnswer> {
    return this.send('POST', path, body, headers);
  }

  /** Never rejects: that a connection broke is an answer, too. */
  send(method: string, path: string, body: unknown, headers: Headers): Promise<WireAnswer> {
    const url = /^\/(core|api|health|docs|openapi|metrics)/.test(path) ? path : `/api/v1${path}`;
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const type: Headers = payload === undefined ? {} : { 'content-type': 'application/json' };
    const sentAtMs = Date.now();
    const began = performance.now();
    return new Promise((resolve) => {
      if (this.closed) {
        resolve({ status: null, body: 'closed', headers: {}, sentAtMs, tookMs: 0 });
        return;
      }
      const answer = (status: number | null, text: string, got: WireAnswer['headers'] = {}): void =>
        resolve({ status, body: parse(text), headers: got, sentAtMs, tookMs: performance.now() - began });
      request(this.address() + url, { method, agent: this.agent, headers: { ...type, ...headers } })
        .on('response', (response) => {
          const chunks: Buffer[] = [];
          response
            .on('data', (chunk: Buffer) => chunks.push(chunk))
            .on('end', () =>
              answer(response.statusCode ?? null, Buffer.concat(chunks).toString(), response.headers),
            )
            .on('error', (error) => answer(null, error.message));
        })
        .on('error', (error) => answer(null, error.message))
        .end(payload);
    });
  }

  /** Sends no further request. */
  close(): void {
    this.closed = true;
    this.agent.destroy();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
