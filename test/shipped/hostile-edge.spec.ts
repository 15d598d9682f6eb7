import { exchange, requestBytes, type Script, type ShippedServer, startShipped, WireOwner } from './support';
import { faultsOfRefusal } from './support/judge';

const get = (target: string, headers: Record<string, string | null> = {}): Buffer =>
  requestBytes('GET', target, headers);
const post = (headers: Record<string, string>, body: string): Buffer =>
  requestBytes('POST', '/api/v1/sessions', { 'content-type': 'application/json', ...headers }, body);
const json = '{"username":"a","password":"b"}';
const manyFields = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`x-${at}`, '1']));

/** What a server, or one before it, has been tricked with, and the statuses that are right. */
const tricks: [what: string, statuses: number[], script: Script][] = [
  ['bytes that are no HTTP', [400], ['\x16\x03\x01\x02\x00\x01\r\n\r\n']],
  ['the preface of HTTP/2', [400], ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n']],
  ['a version to come', [400, 505], ['GET / HTTP/3.0\r\n\r\n']],
  ['a blank before the colon', [400], ['GET /api/v1/me HTTP/1.1\r\nHost : x\r\n\r\n']],
  ['a folded header field', [400], ['GET /api/v1/me HTTP/1.1\r\nhost: x\r\nx-a: b\r\n c\r\n\r\n']],
  ['a header field of two lines', [400], ['GET /api/v1/me HTTP/1.1\r\nhost: x\r\nx-a: b\rc: d\r\n\r\n']],
  ['two hosts', [400], ['GET /api/v1/me HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n']],
  ['two lengths', [400], [post({ 'content-length': '31\r\ncontent-length: 5' }, json)]],
  ['two equal lengths', [400], [post({ 'content-length': '31\r\ncontent-length: 31' }, json)]],
  ['a length and chunks', [400], [post({ 'content-length': '31', 'transfer-encoding': 'chunked' }, json)]],
  ['a length that is negative', [400], [post({ 'content-length': '-1' }, json)]],
  ['a length that is no number', [400], [post({ 'content-length': '0x1f' }, json)]],
  ['a coding nobody knows', [400, 501], [post({ 'transfer-encoding': 'xchunked' }, json)]],
  ['chunked, but not at last', [400, 501], [post({ 'transfer-encoding': 'chunked, gzip' }, json)]],
  [
    'a chunk that lies about its size',
    [400],
    [post({ 'transfer-encoding': 'chunked' }, '5\r\n{}\r\n0\r\n\r\n')],
  ],
  ['a chunk without a size', [400], [post({ 'transfer-encoding': 'chunked' }, 'zz\r\n{}\r\n0\r\n\r\n')]],
  ['a CONNECT', [405], ['CONNECT kunci.test:443 HTTP/1.1\r\nhost: kunci.test:443\r\n\r\n']],
  ['a TRACE', [404, 405], [requestBytes('TRACE', '/api/v1/me', { 'x-api-key': 'secret' })]],
  ['an asterisk', [404, 405], [requestBytes('OPTIONS', '*')]],
  ['the address of a proxy', [401, 404], [get('http://elsewhere.test/api/v1/me')]],
  ['an address without a slash', [400, 404], [get('api/v1/me')]],
  ['two slashes', [404], [get('//api/v1/me')]],
  ['dots', [404], [get('/api/v1/../v1/me')]],
  ['packed dots', [404], [get('/api/v1/%2e%2e/v1/me')]],
  ['half an escape', [400, 404], [get('/api/v1/%2')]],
  ['an address of 15 kB', [404], [get(`/api/v1/${'x'.repeat(15_000)}`)]],
  ['an address of 20 kB', [431], [get(`/api/v1/${'x'.repeat(20_000)}`)]],
  ['1,000 header fields', [401], [get('/api/v1/me', manyFields)]],
  ['a cookie of 8 kB', [401], [get('/api/v1/me', { cookie: `kunci_session=${'x'.repeat(8_000)}` })]],
  ['cookies without number', [401], [get('/api/v1/me', { cookie: 'a=b; '.repeat(1_500) })]],
  ['a name of an object as a cookie', [401], [get('/api/v1/me', { cookie: '__proto__=1; constructor=2' })]],
  [
    'names of objects in the query',
    [401, 422],
    [get('/api/v1/keys?__proto__=1&constructor=2&limit=1&limit=2')],
  ],
  ['a part of a file that is not there', [416], [get('/favicon.svg', { range: 'bytes=999999-' })]],
];

describe('a client that means harm', () => {
  let server: ShippedServer;

  beforeAll(async () => {
    server = await startShipped('production on SQLite');
  });
  afterAll(() => server.close());

  it.each(tricks)('is refused with a problem: %s', async (_what, statuses, script) => {
    const { answers, fault } = await exchange(server.address, script, { deadlineMs: 20_000 });
    const [answer] = answers;
    if (answer === undefined) throw new Error(`There was no answer: ${fault}`);
    expect(statuses).toContain(answer.status);
    expect(faultsOfRefusal('GET', answer)).toEqual([]);
  });

  it('gets an answer for each of many requests at once, in their order', async () => {
    const requests = [get('/health/live'), get('/api/v1/me'), get('/nothing')];
    const all = Array.from({ length: 10 }, () => requests).flat();
    const { answers } = await exchange(server.address, [Buffer.concat(all)], {
      methods: all.map(() => 'GET'),
    });
    expect(answers.map(({ status }) => status)).toEqual(all.map((_, at) => [200, 401, 404][at % 3]));
  });

  it('gets nothing in return for what follows a body that is refused', async () => {
    const script = [Buffer.concat([post({ 'content-length': '1' }, '{'), get('/health/live')])];
    const { answers, closed } = await exchange(server.address, script, {
      methods: ['POST'],
      untilClosed: true,
    });
    expect(answers.map(({ status }) => status)).toEqual([400]);
    expect(closed).toBe(true);
  });

  it('gets nothing in return for what follows bytes that are no HTTP', async () => {
    const script = ['GET /api/v1/me HTTP/1.1\r\nHost : x\r\n\r\n', get('/health/live')];
    const { answers, closed } = await exchange(server.address, script, { untilClosed: true });
    expect(answers.map(({ status }) => status)).toEqual([400]);
    expect(closed).toBe(true);
  });

  it('has its body read after 100 Continue, which comes before the answer', async () => {
    const head = post({ 'content-length': String(json.length), expect: '100-continue' }, '');
    const { answers } = await exchange(server.address, [head, 50, json], { methods: ['POST'] });
    expect(answers.map(({ status }) => status)).toEqual([401]);
  });

  it('does the server no harm', async () => {
    const owner = await WireOwner.of(server.wire);
    expect((await owner.key()).secret).toBeDefined();
    await server.instance.stop();
    expect(server.instance.lines.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
  });
});
