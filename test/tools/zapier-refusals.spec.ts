import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { type ShippedServer, startShipped } from '../shipped/support';
import { freePort } from '../support/free-port';
import { type ConnectedKey, Timecraft } from './support/timecraft';
import { type StepEnd, ZapierApp } from './support/zapier-app';

/** What people see in Zapier where Kunci, or something in between, refuses. */
describe('integrations/zapier, refused', () => {
  let app: ZapierApp;
  let server: ShippedServer;
  let company: Timecraft;

  beforeAll(async () => {
    [app, server] = await Promise.all([ZapierApp.start(), startShipped('development on SQLite')]);
    company = await Timecraft.of(server);
  });
  afterAll(async () => {
    app.close();
    await server.close();
  });

  const connects = (key: Partial<ConnectedKey>): Promise<StepEnd> =>
    app.run('authentication.test', { baseUrl: server.address, username: 'x', key: 'x', ...key });

  describe('asks to reconnect', () => {
    it.each<[string, (key: ConnectedKey) => ConnectedKey, string]>([
      [
        'a wrong key',
        (key) => ({ ...key, key: `${key.key}x` }),
        'These credentials are not valid. Check the',
      ],
      ['an empty key', (key) => ({ ...key, key: '' }), 'These credentials are not valid. Check the'],
      [
        'the username of somebody else',
        (key) => ({ ...key, username: 'admin@timecraft.test' }),
        'This key does not belong to this username. Connect with',
      ],
    ])('with %s', async (_what, spoilt, sentence) => {
      const end = await connects(spoilt(await company.personalKey('user')));
      expect(end).toEqual({
        error: { name: 'ExpiredAuthError', message: expect.stringContaining(sentence) },
      });
    });

    it('with a revoked key, from the next poll on', async () => {
      const key = await company.personalKey('user');
      const before = await app.trigger('new_invoice', key);
      await company.changeAs('user', 'POST', `/keys/${key.id}/revoke`, {});
      const after = await app.trigger('new_invoice', key);

      expect(before.error).toBeUndefined();
      const message = expect.stringContaining(
        'This key has been revoked. Make a new key in Kunci and reconnect.',
      );
      expect(after).toEqual({ error: { name: 'ExpiredAuthError', message } });
    });
  });

  describe('keeps the connection, which works again', () => {
    it('after a disabled key is enabled', async () => {
      const key = await company.personalKey('user');
      await company.changeAs('user', 'POST', `/keys/${key.id}/disable`, {});
      const disabled = await connects(key);
      await company.changeAs('user', 'POST', `/keys/${key.id}/enable`, {});

      expect(disabled.error).toMatchObject({
        name: 'AppError',
        message: expect.stringContaining('"code":"disabled"'),
      });
      expect((await connects(key)).error).toBeUndefined();
    });

    it('after the company, which was suspended because it did not pay, is reinstated', async () => {
      const key = await company.personalKey('user');
      await company.decide('suspend');
      const suspended = await connects(key);
      await company.decide('reinstate');

      const message = expect.stringContaining(
        'The company of this key is suspended. The operator of Kunci can lift that; this connection then works again.',
      );
      expect(suspended).toEqual({ error: { name: 'AppError', message } });
      expect((await connects(key)).error).toBeUndefined();
    });
  });

  it.each<[string, object, string]>([
    [
      'rate limit',
      { rateLimits: [{ name: 'minute', limit: 1, windowSeconds: 60 }] },
      'This key has been used too often just now.',
    ],
    ['quota', { quota: { limit: 1, refill: 'month' } }, 'The quota of this key is used up.'],
  ])('waits as long as Kunci says over the %s', async (_what, limits, sentence) => {
    const key = await company.personalKey('user', limits);
    await connects(key);
    const { error } = await connects(key);

    expect(error?.name).toBe('ThrottledError');
    const { message, delay } = JSON.parse(error?.message ?? '{}');
    expect(message).toBe(sentence);
    expect(delay).toBeGreaterThan(0);
  });

  it('says that nothing answers where the server is down, and which address it asked', async () => {
    const baseUrl = `http://127.0.0.1:${await freePort()}`;
    const message = `Kunci does not answer at ${baseUrl} (ECONNREFUSED). Try again later.`;
    expect(await connects({ baseUrl })).toEqual({
      error: { name: 'AppError', message: JSON.stringify({ message, code: 'unreachable', status: 503 }) },
    });
  });

  it.each([
    ['keys.example.com', 'The address of Kunci looks like https://keys.example.com.'],
    ['ftp://keys.example.com', 'The address of Kunci looks like https://keys.example.com.'],
    [
      'http://keys.example.com',
      'The address of Kunci begins with https, so that nobody reads the key on its way.',
    ],
  ])('sends no key to %s', async (baseUrl, sentence) => {
    const { error } = await connects({ baseUrl });
    expect(error).toMatchObject({ name: 'AppError', message: expect.stringContaining(sentence) });
  });

  it('says what to leave out of the address of one of the console’s pages', async () => {
    const key = await company.personalKey('user');
    const { error } = await connects({ ...key, baseUrl: `${server.address}/keys` });
    expect(error?.message).toContain('leave out what follows the name of the server');
  });

  describe('by another server than Kunci', () => {
    const html = { 'content-type': 'text/html' };
    const problem = { 'content-type': 'application/problem+json', 'retry-after': '1' };
    const body = (code: string): string => JSON.stringify({ code, detail: 'Because.' });
    let other: Server;
    let answer: readonly [status: number, headers: Record<string, string>, body: string];
    let asked: (string | undefined)[];

    beforeAll(async () => {
      other = createServer((request, response) => {
        asked.push(request.headers.authorization);
        response.writeHead(answer[0], answer[1]).end(answer[2]);
      }).listen(0, '127.0.0.1');
      await once(other, 'listening');
    });
    beforeEach(() => (asked = []));
    afterAll(() => other.close());

    // A cast: a server that listens on a port has such an address.
    const address = (): string => `http://127.0.0.1:${(other.address() as AddressInfo).port}`;

    it.each<[string, typeof answer, string, string]>([
      ['a page', [200, html, '<h1>Welcome</h1>'], 'AppError', 'is not Kunci. Enter the address'],
      [
        'a proxy whose Kunci is down',
        [502, html, '<h1>Bad gateway</h1>'],
        'AppError',
        'whose server answered 502',
      ],
      [
        'a redirect',
        [302, { location: 'http://127.0.0.1:9/' }, ''],
        'AppError',
        'is not Kunci. Enter the address',
      ],
      ['a busy Kunci, which did nothing', [503, problem, body('unavailable')], 'ThrottledError', 'Because.'],
      [
        'a Kunci that does not know what it did',
        [503, problem, body('outcome-unknown')],
        'AppError',
        'Because.',
      ],
    ])('reports %s', async (_what, answered, name, sentence) => {
      answer = answered;
      const { error } = await connects({ baseUrl: address() });

      expect(error).toMatchObject({ name, message: expect.stringContaining(sentence) });
      expect(asked).toHaveLength(1);
    });
  });
});
