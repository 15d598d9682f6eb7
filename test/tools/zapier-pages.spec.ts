import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Connection, ZapierApp } from './support/zapier-app';

const hourMs = 3_600_000;

/** What the triggers of the Zapier app read of long lists. */
describe('integrations/zapier reads', () => {
  let app: ZapierApp;
  let server: Server;
  let asked: URLSearchParams[];
  let itemAt: (number: number) => object;
  let pageCount: number;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const query = new URL(request.url ?? '', 'http://kunci').searchParams;
      asked.push(query);
      const page = Number(query.get('cursor') ?? 0);
      const data = Array.from({ length: 100 }, (_, at) => itemAt(page * 100 + at));
      const pagination = { cursor: String(page + 1), hasMore: page + 1 < pageCount };
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ data, pagination }));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    app = await ZapierApp.start();
  });
  beforeEach(() => (asked = []));
  afterAll(() => {
    app.close();
    server.close();
  });

  const connection = (): Connection => {
    // A cast: it listens on a port.
    const { port } = server.address() as AddressInfo;
    return { baseUrl: `http://127.0.0.1:${port}`, username: 'x', key: 'x' };
  };
  const revokedAgo = (ms: number, position: number): object => {
    const at = new Date(Date.now() - ms).toISOString();
    return { position, at, actor: { name: 'x' }, target: { id: 'x' }, data: { name: 'x', kind: 'company' } };
  };

  it('all keys in their last days, those first that have just come to them', async () => {
    pageCount = 3;
    itemAt = (number) => ({ id: String(number), expiresAt: '2026-12-01T00:00:00.000Z' });
    const { result } = await app.trigger('key_expiring', connection(), { days: 14 });

    expect(result).toHaveLength(300);
    expect(asked.map((query) => query.get('sort'))).toEqual(['-expiresAt', '-expiresAt', '-expiresAt']);
  });

  it('the first 1,000 keys at most', async () => {
    pageCount = 50;
    itemAt = (number) => ({ id: String(number), expiresAt: '2026-12-01T00:00:00.000Z' });
    const { result } = await app.trigger('key_expiring', connection(), { days: 14 });

    expect([result.length, asked.length]).toEqual([1000, 10]);
  });

  it('what was revoked back to what is a day old, and nothing old that Zapier would take for new', async () => {
    pageCount = 50;
    itemAt = (number) => revokedAgo(number < 150 ? hourMs : 48 * hourMs, number);
    const { result } = await app.trigger('key_revoked', connection());

    expect([result.length, asked.length]).toEqual([150, 2]);
  });
});
