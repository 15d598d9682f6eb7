import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { typed } from '../../../test/support/typed-command';
import { eventsTail } from './events-tail';

describe('kunci events tail', () => {
  let server: Server;
  let url: string;
  let answers: [status: number, body: object][];

  beforeAll(async () => {
    server = createServer((_request, response) => {
      const [status, body] = answers.shift() ?? [500, {}];
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    // A cast: it listens on a port.
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const event = { position: 7, at: '2026-01-01T00:00:00Z', type: 'key.revoked', data: {} };
  const ended = { status: 401, code: 'session-expired', detail: 'The session has ended.' };

  it('says where to go on when the session ends', async () => {
    answers = [[401, ended]];
    const { call, told } = typed({ after: '7' }, { url, key: 'kunci_any' });

    await expect(eventsTail.run(call)).rejects.toMatchObject({ outcome: 'credentials' });
    expect(told()).toBe('To go on: kunci events tail --after 7\n');
  });

  it('says where to go on when all is printed', async () => {
    answers = [[200, { data: [event], pagination: { cursor: null, hasMore: false } }]];
    const { call, told } = typed({ follow: false, json: true }, { url, key: 'kunci_any' });
    await eventsTail.run(call);

    expect(told()).toBe('To go on: kunci events tail --after 7\n');
  });

  it('knows from a 429 when it may ask again', async () => {
    answers = [[429, { status: 429, code: 'rate-limited', detail: 'Too many.' }]];
    const { call } = typed({ follow: false }, { url, key: 'kunci_any' });

    await expect(eventsTail.run(call)).rejects.toMatchObject({ outcome: 'refused', retryAfterMs: 0 });
  });
});
