import { gzipSync } from 'node:zlib';
import { type SweptOperation } from './judge';
import { requestBytes } from './raw-client';

/** A request that has broken some server: what is sent, and the method the server should read in it. */
export interface Breaker {
  readonly name: string;
  readonly method: (operation: SweptOperation) => string;
  readonly bytes: (operation: SweptOperation, credentials: Headers) => Buffer;
  /** What it may be answered at most: a body that cannot be read is no reason to do anything. */
  readonly refused: boolean;
}

type Headers = Readonly<Record<string, string | Buffer | null>>;

const json = { 'content-type': 'application/json' };
const own = ({ method }: SweptOperation): string => method;

/** A body, with its length and these headers, on the operation's own method. */
function body(name: string, headers: Headers, content: string | Buffer, refused = true): Breaker {
  const length = String(Buffer.byteLength(content));
  return {
    name,
    method: own,
    refused,
    bytes: ({ method, target }, credentials) =>
      requestBytes(method, target, { ...credentials, ...headers, 'content-length': length }, content),
  };
}

function plain(name: string, change: (operation: SweptOperation) => Partial<Plain>): Breaker {
  return {
    name,
    method: (operation) => change(operation).method ?? operation.method,
    refused: false,
    bytes: (operation, credentials) => {
      const { method = operation.method, target = operation.target, headers = {} } = change(operation);
      return requestBytes(method, target, { ...credentials, ...headers });
    },
  };
}

interface Plain {
  readonly method: string;
  readonly target: string;
  readonly headers: Headers;
}

/** Those that any proxy hands on as they are. */
export const carried: readonly Breaker[] = [
  plain('nothing odd', () => ({})),
  body('no JSON', json, 'name=x'),
  body('half of some JSON', json, '{"name":'),
  body('a byte order mark', json, '\ufeff{}'),
  body('gzip', { ...json, 'content-encoding': 'gzip' }, gzipSync('{}')),
  body('20 levels', json, '['.repeat(20) + ']'.repeat(20)),
  body('70 kB', json, JSON.stringify('x'.repeat(70_000))),
  body('no UTF-8 in the body', json, Buffer.from('{"name":"\xff"}', 'latin1')),
  body('a body without a type', {}, '{}'),
  body('a body of an odd type', { 'content-type': 'text/plain' }, '{}'),
  body('a body of an invalid type', { 'content-type': 'nonsense' }, '{}'),
  body('a form without content', { 'content-type': 'application/x-www-form-urlencoded' }, '', false),
  plain('an odd type without a body', () => ({ headers: { 'content-type': 'text/plain' } })),
  plain('HEAD', () => ({ method: 'HEAD' })),
  plain('OPTIONS', () => ({ method: 'OPTIONS' })),
  plain('PURGE', () => ({ method: 'PURGE' })),
  plain('a trailing slash', ({ target }) => ({ target: `${target}/`, method: 'OPTIONS' })),
];

/** Those that only a client without a proxy can send. */
export const direct: readonly Breaker[] = [
  plain('a method nobody knows', () => ({ method: 'FROB' })),
  plain('a method in lower case', ({ method }) => ({ method: method.toLowerCase() })),
  plain('17 kB of headers', () => ({ headers: { 'x-filling': 'x'.repeat(17_000) } })),
  plain('no Host', () => ({ headers: { host: null } })),
  plain('an expectation', () => ({ headers: { expect: 'a miracle' } })),
  plain('an upgrade', ({ method }) => ({
    method: method === 'GET' ? 'GET' : 'OPTIONS',
    headers: { connection: 'Upgrade', upgrade: 'websocket' },
  })),
  plain('no UTF-8 in the path', ({ target }) => ({ target: `${target}/%ff` })),
  plain('bytes in the path', ({ target }) => ({ target: `${target}/\xff\xfe` })),
  plain('NUL in the path', ({ target }) => ({ target: `${target}%00` })),
  plain('no UTF-8 in the query', ({ target }) => ({ target: `${target}?limit=%ff`, method: 'GET' })),
  plain('bytes in the query', ({ target }) => ({ target: `${target}?limit=\xff`, method: 'GET' })),
  plain('bytes in a header', () => ({
    headers: { 'x-api-key': Buffer.from([0xff, 0xfe]), cookie: null },
  })),
];
