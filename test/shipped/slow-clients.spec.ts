import { connect } from 'node:net';
import {
  exchange,
  type Exchange,
  requestBytes,
  type ShippedServer,
  startShipped,
  type Script,
} from './support';
import { faultsOfRefusal } from './support/judge';

const documentedMs = 10_000;
/** How much later a busy machine may look at the clock; without our settings Node takes 30 s more. */
const graceMs = 10_000;

const opening = (method: string, target: string, length: number): string =>
  `${method} ${target} HTTP/1.1\r\nhost: kunci.test\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

/** A byte every 300 ms, for much longer than anyone would wait. */
const dripped = (text: string): Script => Array.from({ length: 150 }, () => [text, 300]).flat();

describe('a client that takes its time', () => {
  let server: ShippedServer;
  const results = new Map<string, Exchange>();

  const slow: Record<string, { script: Script; methods?: string[] }> = {
    'says nothing at all': { script: [] },
    'drips its request line': { script: ['GET /', ...dripped('a')] },
    'drips its header fields': {
      script: ['GET /api/v1/me HTTP/1.1\r\nhost: kunci.test\r\nx-drip: ', ...dripped('x')],
    },
    'drips its body': { script: [opening('POST', '/api/v1/sessions', 5_000), ...dripped(' ')] },
    'drips its body in chunks': {
      script: [
        'POST /api/v1/sessions HTTP/1.1\r\nhost: kunci.test\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
        ...dripped('1\r\n \r\n'),
      ],
    },
    'drips its second request': {
      script: [
        requestBytes('GET', '/health/live'),
        500,
        'GET /api/v1/me HTTP/1.1\r\nx-drip: ',
        ...dripped('x'),
      ],
      methods: ['GET', 'GET'],
    },
  };

  beforeAll(async () => {
    server = await startShipped('production on SQLite');
    // All at once: they wait for the same ten seconds.
    const all = Object.entries(slow).map(async ([name, { script, methods = ['GET'] }]) => {
      const deadlineMs = documentedMs + 60_000;
      results.set(name, await exchange(server.address, script, { methods, untilClosed: true, deadlineMs }));
    });
    await Promise.all(all);
  });
  afterAll(() => server.close());

  it.each(Object.keys(slow))('408 is cut off after the documented 10 s: one that %s', (name) => {
    const result = results.get(name);
    const answer = result?.answers.at(-1);
    expect(answer).toMatchObject({ status: 408, headers: { connection: 'close' } });
    expect(JSON.parse(answer?.body ?? '')).toMatchObject({ code: 'request-timeout' });
    expect(answer && faultsOfRefusal('GET', answer)).toEqual([]);
    expect(result?.closed).toBe(true);
    expect(result?.tookMs).toBeGreaterThan(documentedMs - 500);
    expect(result?.tookMs).toBeLessThan(documentedMs + graceMs);
  });

  it('is in the log, under the id that the client got', async () => {
    await server.instance.stop();
    const told = [...results.values()].map(({ answers }) => answers.at(-1)?.headers['x-request-id']);
    const logged = server.instance
      .logged('refused before it was a request')
      .map(({ requestId }) => requestId);
    expect(logged).toEqual(expect.arrayContaining(told));
  });
});

describe('a client that hangs up', () => {
  it('does the server no harm, wherever it stops', async () => {
    const server = await startShipped('development on SQLite');
    try {
      const whole = Buffer.concat([
        Buffer.from(opening('POST', '/api/v1/sessions', 40)),
        Buffer.from('{"username":'),
      ]);
      const cuts = Array.from({ length: whole.length }, (_, at) => whole.subarray(0, at + 1));
      const { hostname, port } = new URL(server.address);
      const hangUp = (bytes: Buffer, reset: boolean): Promise<void> =>
        new Promise((resolve) => {
          const socket = connect(Number(port), hostname, () => {
            socket.write(bytes, () => (reset ? socket.resetAndDestroy() : socket.end()));
          });
          socket.on('error', () => undefined).on('close', () => resolve());
          socket.resume();
        });
      await Promise.all(cuts.map((bytes, at) => hangUp(bytes, at % 2 === 0)));

      expect(await server.wire.get('/health/ready')).toMatchObject({ status: 200 });
      await server.instance.stop();
      expect(server.instance.lines.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
      const failed = server.instance.logged('request').filter(({ status }) => Number(status) >= 500);
      expect(failed).toEqual([]);
    } finally {
      await server.close();
    }
  });
});
