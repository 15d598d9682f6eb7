import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { verified, type WireKey, WireOwner } from '../support/company-by-wire';
import { type Instance } from '../support/instance';
import { Installation } from '../support/installation';
import { anOwnServer, type OwnServer } from '../support/own-server';
import { TcpProxy } from '../support/tcp-proxy';
import { tally, Traffic } from '../support/traffic';
import { type WireAnswer } from '../support/wire';

jest.setTimeout(90_000);

const longestMs = 1_000;
const troubleMs = 8_000;
const recoveryMs = 5_000;

/** A request while the database does not respond is answered within a second, however busy the machine is. */
describe('a database that does not speak', () => {
  let server: OwnServer;
  let url: string;
  let network: TcpProxy;
  let installation: Installation;
  let instance: Instance;
  let owner: WireOwner;
  let endTrouble: () => Promise<void> | void = () => undefined;

  beforeAll(async () => {
    server = await anOwnServer();
    url = await server.database();
    network = await TcpProxy.before(url);
    installation = new Installation();
    const env = { DATABASE_URL: network.through(url), METRICS: 'open' };
    instance = await installation.start(env);
    owner = await WireOwner.of(instance.wire);
  }, 240_000);
  afterEach(async () => {
    await endTrouble();
    endTrouble = () => undefined;
    await well();
  });
  afterAll(async () => {
    await installation.close();
    await network.close();
    await server.close();
  });

  const nobodys = (): Promise<WireAnswer> => verified(instance.wire, { id: '', secret: nobodysKey() });

  /** Resolves once everybody is served again. */
  const well = async (): Promise<void> => {
    for (const giveUpAt = performance.now() + recoveryMs; ;) {
      const answers = [await nobodys(), await owner.post('/keys', { kind: 'company', name: 'Well' })];
      if (answers.every(({ status }) => status === 401 || status === 201)) return;
      if (performance.now() > giveUpAt) throw new Error('It is not well again');
      await pause(50);
    }
  };

  /** What people and programs ask for; each is asked again and again. */
  const questions = (key: WireKey, ended: WireKey): Record<string, () => Promise<WireAnswer>> => {
    const { wire } = instance;
    const input = { kind: 'company', name: 'Frozen' };
    const named = () => ({ 'idempotency-key': randomUUID() });
    const credentials = { username: 'nobody@nowhere.test', password: 'a wrong password' };
    const keyed = { 'x-api-key': key.secret };
    return {
      'GET /sessions/current': () => owner.get('/sessions/current'),
      'GET /keys': () => owner.get('/keys'),
      'GET /events': () => owner.get('/events'),
      'GET /events/export': () => owner.get('/events/export?format=csv'),
      'GET /usage': () => owner.get('/usage?by=day'),
      'GET /settings': () => owner.get('/settings'),
      'POST /keys': () => owner.post('/keys', input),
      'POST /keys, with an Idempotency-Key': () => owner.post('/keys', input, named()),
      'POST /keys/{id}/rotate': () => owner.post(`/keys/${key.id}/rotate`, { overlapSeconds: 60 }),
      'POST /keys/{id}/revoke': () => owner.post(`/keys/${ended.id}/revoke`, {}),
      'POST /keys/verify': () => wire.post('/core/api/v1/keys/verify', { key: nobodysKey() }, keyed),
      'POST /sales_invoices': () => wire.post('/core/api/v1/sales_invoices', anInvoice(), keyed),
      'POST /sessions': () => wire.post('/sessions', credentials),
      'GET /health/ready': () => wire.get('/health/ready'),
      'GET /metrics': () => wire.get('/metrics'),
      'a key that nobody has': nobodys,
    };
  };

  it.each<[string, () => Promise<void> | void, () => Promise<void> | void]>([
    ['frozen', () => server.freeze(), () => server.wake()],
    ['behind a network that swallows everything', () => network.freeze(), () => network.heal()],
  ])('%s: every answer comes within a second, and says when to come again', async (how, begin, end) => {
    const key = await owner.key();
    const asked = questions(key, await owner.key());
    for (const [name, ask] of Object.entries(asked)) expect([name, (await ask()).status]).not.toContain(503);

    endTrouble = end;
    const reference = new Traffic(() => instance.wire.get('/health/live'), 50);
    // Some are under way when it begins.
    const traffic = Object.entries(asked).map(([name, ask]) => ({ name, traffic: new Traffic(ask, 400) }));
    await pause(420);
    await begin();
    const beganMs = Date.now();
    await pause(troubleMs);
    const answers = await Promise.all(
      traffic.map(async (one) => ({ ...one, heard: await one.traffic.stop() })),
    );
    const delayMs = slowestMs(await reference.stop());

    const report = answers.map(({ name, heard }) => `${name}: ${Math.round(slowestMs(heard))} ms`);
    console.log(
      `slowest while the database was ${how}; reference ${Math.round(delayMs)} ms\n${report.join('\n')}`,
    );
    const late = answers.filter(({ heard }) => slowestMs(heard) > longestMs + delayMs);
    expect(late.map(({ name }) => name)).toEqual([]);
    const during = answers.flatMap(({ heard }) => heard.filter(({ sentAtMs }) => sentAtMs > beganMs + 1_000));
    const unavailable = during.filter(({ status }) => status === 503);
    expect(unavailable.length).toBeGreaterThan(100);
    expect(unavailable.filter(({ headers }) => headers['retry-after'] === undefined)).toEqual([]);
    expect(
      Object.keys(tally(during)).filter(
        (name) => !/^(200|429 too-many-attempts|503 (unavailable|not-ready))$/.test(name),
      ),
    ).toEqual([]);

    await endTrouble();
    endTrouble = () => undefined;
    await well();
  });

  it('is not taken for one whose lock is held: who waits for that goes on waiting', async () => {
    const key = await owner.key();
    const other = await createConnection(url);
    await other.beginTransaction();
    await other.query('SELECT id FROM api_keys WHERE id = ? FOR UPDATE', [key.id]);
    const revoked = owner.post(`/keys/${key.id}/revoke`, {});
    await pause(2_000);
    expect((await owner.get('/keys')).status).toBe(200);
    await other.rollback();
    await other.end();
    expect((await revoked).status).toBe(200);
  });
});

/** Shaped like a key. */
function nobodysKey(): string {
  return randomBytes(16).toString('hex');
}

function slowestMs(answers: readonly WireAnswer[]): number {
  return Math.max(...answers.map(({ tookMs }) => tookMs));
}

function anInvoice(): object {
  const number = randomUUID().slice(0, 20);
  return { number, customer: 'Toko Abadi', total: '1.00', currency: 'IDR', issuedOn: '2026-06-15' };
}
