import { Agent, request } from 'node:http';
import { type FastifyInstance, type InjectOptions } from 'fastify';

/** What tests read of an answer that was injected. */
interface Injected {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly payload: string;
  readonly rawPayload: Buffer;
  json(): unknown;
}

/**
 * Sends whatever a test injects through a proxy instead, over real sockets, below a path.
 * @returns what closes its connections
 */
export function injectThrough(fastify: FastifyInstance, port: number, basePath: string): () => void {
  const agent = new Agent({ keepAlive: true });
  const sent = (options: InjectOptions | string): Promise<Injected> =>
    send(agent, port, basePath, typeof options === 'string' ? { url: options } : options);
  // A cast: of the many forms of `inject`, tests use the one that takes options and answers a promise.
  fastify.inject = sent as unknown as FastifyInstance['inject'];
  return () => agent.destroy();
}

function send(agent: Agent, port: number, basePath: string, options: InjectOptions): Promise<Injected> {
  const { method = 'GET', url, headers, payload } = options;
  if (typeof url !== 'string') throw new Error('Below a path, an address is injected as text.');
  const path = url.startsWith(`${basePath}/`) ? url : basePath + url;
  const { text, type } = bodyOf(payload);
  const length = text === undefined ? {} : { 'content-length': String(Buffer.byteLength(text)) };
  return new Promise((resolve, reject) => {
    const all = { host: 'localhost:80', 'user-agent': 'lightMyRequest', ...type, ...length, ...headers };
    request({ agent, host: '127.0.0.1', port, method, path, headers: all })
      .on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
        response.on('end', () => {
          const rawPayload = Buffer.concat(chunks);
          const body = rawPayload.toString();
          resolve({
            ...{ statusCode: response.statusCode ?? 0, headers: response.headers, rawPayload },
            ...{ body, payload: body, json: () => JSON.parse(body) as unknown },
          });
        });
      })
      .on('error', reject)
      .end(text);
  });
}

function bodyOf(payload: InjectOptions['payload']): {
  readonly text: string | Buffer | undefined;
  readonly type: Readonly<Record<string, string>>;
} {
  if (payload === undefined || typeof payload === 'string' || Buffer.isBuffer(payload))
    return { text: payload, type: {} };
  return { text: JSON.stringify(payload), type: { 'content-type': 'application/json' } };
}
