import path from 'node:path';
import { type ShippedServer, startShipped } from './support';

const requests = 30;

describe('the log of a server that ends right after its answers', () => {
  let server: ShippedServer;

  beforeEach(async () => {
    const preload = path.join(__dirname, 'support/throw-at-signal.cjs');
    server = await startShipped('production on SQLite', { NODE_OPTIONS: `--require ${preload}` });
  });
  afterEach(() => server.close());

  /** @returns the ids of the requests that were answered, and of those in the log. */
  async function endAfterAnswers(signal: NodeJS.Signals) {
    const answered: unknown[] = [];
    for (let at = 0; at < requests; at += 1)
      answered.push((await server.wire.get('/health/live')).headers['x-request-id']);
    server.instance.signal(signal);
    const { code } = await server.instance.ended;
    return { code, answered, told: server.instance.logged('request').map((entry) => entry['requestId']) };
  }

  it.each([
    ['stops as it is asked to', 'SIGTERM', 0],
    ['dies of an exception', 'SIGUSR2', 1],
  ] as const)('has a line for each of them when it %s', async (_, signal, expected) => {
    const { code, answered, told } = await endAfterAnswers(signal);
    expect(code).toBe(expected);
    expect(told).toEqual(expect.arrayContaining(answered));
    expect(new Set(told).size).toBeGreaterThanOrEqual(requests);
  });
});
