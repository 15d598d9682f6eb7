import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { CommandFault } from '../terminal/command-fault';
import { clientOf } from './connection';
import { findingsOfServer } from './findings';

/** Long enough that the request has been sent. */
const timeoutMs = 300;

describe('a request of the command line', () => {
  const servers: Server[] = [];
  const addressOf = async (answer: RequestListener): Promise<string> => {
    const server = createServer(answer);
    servers.push(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    // A cast: it listens on a port.
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  it.each<[string, RequestListener]>([
    ['that is never answered', () => undefined],
    [
      'whose answer stops half-way',
      (_request, response) => response.setHeader('content-type', 'application/json').write('{"a"'),
    ],
  ])('%s ends at its deadline, also after a garbage collection', async (_what, answer) => {
    const url = await addressOf((request, response) => {
      answer(request, response);
      setImmediate(collectGarbage);
    });

    await expect(clientOf(url, {}, timeoutMs).GET('/api/v1/me')).rejects.toThrow(
      `${url} does not answer: not within 0.3 seconds.`,
    );
  });

  it('has no answer where one breaks off', async () => {
    const url = await addressOf((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"a"', () => response.destroy());
    });

    await expect(clientOf(url).GET('/api/v1/me')).rejects.toMatchObject({ outcome: 'unavailable' });
  });

  it.each([
    ['text/html', '<html>'],
    ['application/json', '<html>'],
  ])('refuses a page as %s', async (type, page) => {
    const url = await addressOf((_request, response) => response.setHeader('content-type', type).end(page));

    const faults = [
      await clientOf(url)
        .GET('/api/v1/me')
        .catch((error: unknown) => error),
    ];
    expect(faults).toEqual([expect.any(CommandFault)]);
  });

  it('finds that what answers with pages is no server of Kunci', async () => {
    const url = await addressOf((request, response) => {
      const isHealth = request.url?.startsWith('/health') === true;
      response.writeHead(isHealth ? 404 : 200, { 'content-type': 'text/html' }).end('<html>');
    });

    expect(await findingsOfServer(url)).toEqual([
      {
        about: 'server',
        verdict: 'bad',
        detail: expect.stringContaining('not as Kunci does'),
        outcome: 'unavailable',
      },
    ]);
  });
});

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  // A cast: with this flag a new context has it.
  (runInNewContext('gc') as () => void)();
}
