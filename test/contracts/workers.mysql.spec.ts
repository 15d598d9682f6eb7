import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../support/free-port';
import { type Instance } from '../support/instance';
import { Installation } from '../support/installation';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { Wire } from '../support/wire';

/** Which processes answer: each names itself in the line that it logs for a request. */
async function whoAnswersOften(instance: Instance): Promise<Set<unknown>> {
  const asked = 24;
  const before = instance.logged('request').length;
  await Promise.all(Array.from({ length: asked }, () => instance.wire.get('/health/live')));
  const lines = (): Record<string, unknown>[] => instance.logged('request').slice(before);
  await until(() => lines().length >= asked);
  return new Set(lines().map(({ worker }) => worker));
}

/** What one that happens to answer says of all. */
async function figure(instance: Instance, name: string): Promise<number> {
  const { body } = await instance.wire.get('/metrics');
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(body)?.[1]);
}

async function until(isSo: () => boolean | Promise<boolean>, deadlineMs = 60_000): Promise<void> {
  const giveUpAt = performance.now() + deadlineMs;
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) throw new Error('It did not come to that.');
    await pause(50);
  }
}

jest.setTimeout(90_000);

describe('several workers', () => {
  let database: TestDatabase;
  let installation: Installation;
  let two: Instance;

  const launch = (env: Record<string, string>, ...args: string[]): Instance =>
    installation.launch({ ...database.env, METRICS: 'open', ...env }, args);
  const pidsOf = (instance: Instance): number[] =>
    instance.logged('worker listens').map(({ pid }) => Number(pid));
  const untilThereAre = (count: number, instance: Instance): Promise<void> =>
    until(() => pidsOf(instance).length === count);

  beforeAll(async () => {
    database = await createTestDatabase();
    installation = new Installation();
    // What the command line says outranks the environment.
    two = launch({ KUNCI_MODE: 'development', WORKERS: '1' }, '--workers', '2');
    await untilThereAre(2, two);
  }, 200_000);
  afterAll(async () => {
    await installation.close();
    await database.drop();
  });

  it('fill in the demo data once, and print one banner', async () => {
    await until(() => two.lines.includes('Try it:'));
    expect(two.lines.filter((line) => line.startsWith('Open the console at'))).toHaveLength(1);

    const credentials = { username: 'owner@orbit-bookings.test', password: 'kunci-demo-2026' };
    expect((await two.wire.post('/sessions', credentials)).status).toBe(201);
  });

  it('answer on one port, and one that dies is replaced', async () => {
    const before = await whoAnswersOften(two);
    expect(before.size).toBe(2);
    const [, second] = pidsOf(two);
    process.kill(second ?? 0, 'SIGKILL');
    await untilThereAre(3, two);

    const after = await whoAnswersOften(two);
    expect(after.size).toBe(2);
    expect([...after].filter((name) => before.has(name))).toHaveLength(1);
    expect(two.logged('worker ended')).toMatchObject([{ pid: second }]);
  });

  it('tell their figures together', async () => {
    const ofLive = 'http_request_duration_seconds_count{method="GET",route="/health/live",status="200"}';
    const name = ofLive.replace(/[{}]/g, '\\$&');
    const before = await figure(two, name);
    expect((await whoAnswersOften(two)).size).toBe(2);

    expect(await figure(two, name)).toBe(before + 24);
    expect(await figure(two, 'kunci_workers')).toBe(2);
  });

  it('finish and end at SIGTERM, and none is replaced', async () => {
    const running = pidsOf(two).filter(isAlive);
    expect(running).toHaveLength(2);

    expect(await two.stop()).toEqual({ code: 0, signal: null });
    expect(running.filter(isAlive)).toEqual([]);
    expect(two.logged('worker ended')).toHaveLength(1);
  });

  it('answer gateways on one port of their own, too, and log once that they listen', async () => {
    const port = await freePort();
    const instance = launch({ WORKERS: '2', GATEWAY_LISTEN: String(port) });
    await untilThereAre(2, instance);
    const gateways = new Wire(() => `http://127.0.0.1:${port}`);
    const answers = await Promise.all(Array.from({ length: 8 }, () => gateways.get('/health/ready')));
    gateways.close();

    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(await instance.stop()).toEqual({ code: 0, signal: null });
    expect(instance.logged('worker listens')).toHaveLength(2);
  });

  it('do not start when the port for gateways is taken', async () => {
    const taken = createServer();
    taken.listen(0, '127.0.0.1');
    await once(taken, 'listening');
    // A cast: it listens on a port.
    const { port } = taken.address() as AddressInfo;
    const instance = launch({ WORKERS: '2', GATEWAY_LISTEN: String(port) });
    const end = await instance.ended;
    taken.close();

    expect(end).toEqual({ code: 1, signal: null });
    expect(instance.lines.join('\n')).toContain('Set GATEWAY_LISTEN to a free port');
    expect(instance.logged('worker listens')).toEqual([]);
  });

  it('end with the process that leads them, when that is killed', async () => {
    const instance = launch({ WORKERS: '2' });
    await untilThereAre(2, instance);
    await instance.kill();

    await until(() => !pidsOf(instance).some(isAlive));
  });

  it('do not start when the first cannot, which says why', async () => {
    const instance = launch({ DATABASE_URL: 'mysql://x:y@127.0.0.1:1/z' }, '--workers=3');

    expect(await instance.ended).toEqual({ code: 1, signal: null });
    expect(instance.lines.join('\n')).toContain('ECONNREFUSED');
    expect(instance.logged('worker ended')).toEqual([]);
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    // There is no such process.
    return false;
  }
}
