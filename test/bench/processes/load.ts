import { randomInt } from 'node:crypto';
import { Agent, request } from 'node:http';
import autocannon from 'autocannon';
import { answer } from '../answering';
import { keyText } from '../key-texts';

/* Whoever calls: in a process of its own, so that calling does not slow down answering. */

export interface Load {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Each request with another of so many seeded keys. */
  readonly keys?: number;
  readonly connections: number;
  readonly seconds: number;
}

export interface Loaded {
  readonly requests: number;
  readonly perSecond: number;
}

export interface Visits {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly count: number;
}

// A type, for an interface would not be taken for a record of answers.
export type LoadAnswers = {
  readonly load: (load: Load) => Promise<Loaded>;
  /** How long each of a number of requests took, in milliseconds. */
  readonly visits: (visits: Visits) => Promise<number[]>;
};

const answers: LoadAnswers = { load, visits };
answer(answers);

async function load({
  url,
  method = 'GET',
  headers,
  body,
  keys,
  connections,
  seconds,
}: Load): Promise<Loaded> {
  const withAnyKey = (one: autocannon.Request): autocannon.Request => ({
    ...one,
    headers: { ...one.headers, 'x-api-key': keyText(randomInt(keys ?? 1)) },
  });
  const result = await autocannon({
    ...{ url, method, connections, duration: seconds },
    ...(headers ? { headers: { ...headers } } : {}),
    ...(body === undefined ? {} : { body }),
    ...(keys === undefined ? {} : { requests: [{ setupRequest: withAnyKey }] }),
  });
  // A figure made of refusals would look splendid.
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} broken`);
  const requests = result['2xx'];
  return { requests, perSecond: requests / result.duration };
}

async function visits({ url, headers, connections, count }: Visits): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const tookMs: number[] = [];
  let left = count;
  const visitor = async (): Promise<void> => {
    while (left-- > 0) tookMs.push(await visit(url, headers, agent));
  };
  await Promise.all(Array.from({ length: connections }, visitor));
  agent.destroy();
  return tookMs;
}

function visit(url: string, headers: Readonly<Record<string, string>>, agent: Agent): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    request(url, { agent, headers }, (response) => {
      response.resume().once('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - began);
        else reject(new Error(`${url}: ${response.statusCode}`));
      });
    })
      .once('error', reject)
      .end();
  });
}
