import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Installation } from '../support/installation';
import { type Instance } from '../support/instance';
import { leash } from '../support/leash';
import { Wire, type WireAnswer } from '../support/wire';

/** What the machine does to the most naive server there is, it does to us too: that much is added to what we allow. */
const bareServer = `
  require('node:http').createServer((_, response) => response.end('ok'))
    .listen(0, '127.0.0.1', function () { process.send(this.address().port); });
`;
const allowedMs = 100;
/** The flood is worst when it begins. */
const watchedMs = 3_000;
const betweenLooksMs = 5;
const credentials = { username: 'owner@acme.test', password: 'correct horse battery' };

describe('beside a flood on SQLite', () => {
  const installation = new Installation();
  let instance: Instance;
  let bare: ChildProcess;
  let bareWire: Wire;
  /** A caller whose connection is open already, as a gateway's is. */
  let caller: Wire;
  let secret: string;
  let limited: string;

  beforeAll(async () => {
    bare = spawn(process.execPath, ['-e', bareServer], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    leash(bare);
    const [port] = await once(bare, 'message');
    bareWire = new Wire(() => `http://127.0.0.1:${port}`);
    instance = await installation.start({ TRUST_PROXY: '127.0.0.1' });
    caller = new Wire(() => instance.url);
    const { wire } = instance;
    await wire.post('/companies', { name: 'Acme', slug: 'acme', owner: credentials });
    const { headers } = await wire.post('/sessions', credentials);
    const cookie = { cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
    const make = (input: object) => wire.post('/keys', { kind: 'company', ...input }, cookie);
    secret = (await make({ name: 'Plain' })).body.secret;
    const rateLimits = [{ name: 'hour', limit: 1_000, windowSeconds: 3_600 }];
    limited = (await make({ name: 'Limited', rateLimits })).body.secret;
  }, 240_000);
  afterAll(async () => {
    bareWire.close();
    caller.close();
    bare.kill('SIGKILL');
    await installation.close();
  });

  it.each([
    ['200 invoices at once', () => invoices()],
    ['500 wrong sign-ins from 500 addresses', () => signIns()],
    ['both', () => [...invoices(), ...signIns()]],
  ])(
    'of %s, verification and health checks wait hardly longer than anywhere else on this machine',
    async (_, flood) => {
      const { flooded, seen, reference } = await watching(flood);

      const allowed = allowedMs + 2 * Math.max(...reference);
      expect(percentile99(seen)).toBeLessThan(allowed);
      // Refused for a wrong password, or because too many wait already.
      expect(
        flooded.map(({ status }) => status).filter((status) => ![201, 401, 503].includes(status ?? 0)),
      ).toEqual([]);
    },
  );

  let invoiceCount = 0;
  function invoices(): Promise<WireAnswer>[] {
    const fields = { customer: 'Toko Maju', total: '10.00', currency: 'IDR', issuedOn: '2026-01-31' };
    return Array.from({ length: 200 }, () => {
      invoiceCount += 1;
      const invoice = { number: `INV-${invoiceCount}`, ...fields };
      return instance.wire.post('/core/api/v1/sales_invoices', invoice, { 'x-api-key': secret });
    });
  }

  let attacker = 0;
  function signIns(): Promise<WireAnswer>[] {
    return Array.from({ length: 500 }, () => {
      attacker += 1;
      const guess = { username: `user-${attacker}@acme.test`, password: 'wrong horse battery' };
      const from = { 'x-forwarded-for': `10.1.${attacker >> 8}.${attacker & 255}` };
      return instance.wire.post('/sessions', guess, from);
    });
  }

  function verified(key: string, cost: number): Promise<WireAnswer> {
    return caller.post('/core/api/v1/keys/verify', { key, cost }, { 'x-api-key': secret });
  }

  /** Asks again and again, one after the other, while the flood is on. */
  async function watching(flood: () => Promise<WireAnswer>[]) {
    await Promise.all([
      verified(secret, 0),
      verified(limited, 1),
      caller.get('/health/live'),
      bareWire.get('/health'),
    ]);
    const answers = Promise.all(flood());
    const watch = { isOver: false };
    const timer = setTimeout(() => (watch.isOver = true), watchedMs);
    void answers.finally(() => (watch.isOver = true));
    const [live, plain, leased, reference] = await Promise.all([
      waits(watch, () => caller.get('/health/live')),
      waits(watch, () => verified(secret, 0)),
      waits(watch, () => verified(limited, 1)),
      waits(watch, () => bareWire.get('/health')),
    ]);
    clearTimeout(timer);
    return { flooded: await answers, seen: [...live, ...plain, ...leased], reference };
  }
});

/** How long each answer took, all of them 200. */
async function waits(watch: { isOver: boolean }, look: () => Promise<WireAnswer>): Promise<number[]> {
  const tookMs: number[] = [];
  while (!watch.isOver) {
    const answer = await look();
    if (answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
    tookMs.push(answer.tookMs);
    await pause(betweenLooksMs);
  }
  return tookMs;
}

function percentile99(tookMs: readonly number[]): number {
  const sorted = tookMs.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? NaN;
}
