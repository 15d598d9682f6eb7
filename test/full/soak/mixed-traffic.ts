import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { verified, type WireKey, WireOwner } from '../../support/company-by-wire';
import { type Instance } from '../../support/instance';
import { Wire, type WireAnswer } from '../../support/wire';

/** Between two turns of a client, so that the server is busy and not overrun. */
const thinkMs = 5;
const warmKeys = 20;
/** Answers that the server keeps for repetitions: a bounded number, since it keeps each for a day. */
const keptAnswers = 25;
/** More than the server remembers of keys that are not good. */
const wrongKeysToFill = 10_500;

type Client = (wire: Wire, turn: number) => Promise<void>;

/** Eight clients of different sorts, of one company. Between two runs they have no connection. */
export class MixedTraffic {
  requests = 0;
  /** Answers that a client should not have got, and how often each came. */
  readonly faults: Record<string, number> = {};
  private turn = 0;

  private constructor(
    private readonly instance: Instance,
    private readonly owner: WireOwner,
    private readonly keys: readonly WireKey[],
  ) {}

  /** Founds a company with some keys. */
  static async open(instance: Instance): Promise<MixedTraffic> {
    const wire = wireTo(instance);
    const owner = await WireOwner.of(wire);
    const keys: WireKey[] = [];
    while (keys.length < warmKeys) keys.push(await owner.key());
    wire.close();
    return new MixedTraffic(instance, owner, keys);
  }

  /** Asks with so many wrong keys that the memory for them, which is bounded, is full. */
  async fill(): Promise<void> {
    let left = wrongKeysToFill;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const wire = wireTo(this.instance);
        while (left > 0) {
          left -= 1;
          await this.expect(401, verified(wire, wrongKey()));
        }
        wire.close();
      }),
    );
  }

  /** Lets all clients work for so long. Each ends what it has begun. */
  async run(forMs: number): Promise<void> {
    const until = performance.now() + forMs;
    await Promise.all(
      this.clients().map(async (client) => {
        const wire = wireTo(this.instance);
        // Each at least once, however busy the machine is.
        do {
          await client(wire, (this.turn += 1));
          await pause(thinkMs);
        } while (performance.now() < until);
        wire.close();
      }),
    );
  }

  private clients(): Client[] {
    const { headers, credentials } = this.owner;
    const key = (turn: number): WireKey => this.keys[turn % this.keys.length] ?? raise('There are no keys');
    const usesKeys: Client = async (wire, turn) => {
      await this.expect(200, verified(wire, key(turn)));
    };
    return [
      usesKeys,
      usesKeys,
      async (wire) => {
        await this.expect(401, verified(wire, wrongKey()));
      },
      async (wire) => {
        await this.expect(200, wire.get('/keys?limit=25', headers));
        await this.expect(200, wire.get('/events?limit=25', headers));
      },
      (wire, turn) => this.livesAKeysLife(wire, turn),
      async (wire) => {
        const answer = await this.expect(201, wire.post('/sessions', credentials));
        const [cookie = ''] = answer.headers['set-cookie'] ?? [];
        const session = { cookie: cookie.split(';')[0] ?? '' };
        await this.expect(204, wire.send('DELETE', '/sessions/current', undefined, session));
      },
      async (wire, turn) => {
        await this.expect(200, wire.post('/keys/verify', { key: key(turn).secret }, headers));
      },
      async (wire, turn) => {
        const once = { ...headers, 'idempotency-key': `soak-${turn % keptAnswers}` };
        const body = { ...invoice, number: `soak-${turn % keptAnswers}` };
        await this.expect(201, wire.post('/sales_invoices', body, once));
      },
    ];
  }

  /**
   * Makes a key with limits, uses it, rotates it and revokes it. Whether a revoked key is refused is seldom asked: the server
   * remembers more of it than of a wrong key, and would grow until it remembers ten thousand of them.
   */
  private async livesAKeysLife(wire: Wire, turn: number): Promise<void> {
    const { headers } = this.owner;
    const rateLimits = [{ name: 'minute', limit: 100, windowSeconds: 60 }];
    const quota = { limit: 100, refill: null };
    const input = { kind: 'company', name: `Soak ${turn}`, rateLimits, quota };
    const made = await this.expect(201, wire.post('/keys', input, headers));
    const [id, secret]: [string, string] = [made.body.key?.id, made.body.secret];
    await this.expect(200, verified(wire, { id, secret }));
    const rotated = await this.expect(200, wire.post(`/keys/${id}/rotate`, { overlapSeconds: 0 }, headers));
    await this.expect(200, verified(wire, { id, secret: rotated.body.secret }));
    await this.expect(200, wire.post(`/keys/${id}/revoke`, {}, headers));
    if (turn % 500 < 10) await this.expect(401, verified(wire, { id, secret: rotated.body.secret }));
  }

  private async expect(status: number, asked: Promise<WireAnswer>): Promise<WireAnswer> {
    const answer = await asked;
    this.requests += 1;
    if (answer.status !== status) {
      const fault = `${answer.status} ${answer.body?.code ?? answer.body} instead of ${status}`;
      this.faults[fault] = (this.faults[fault] ?? 0) + 1;
    }
    return answer;
  }
}

const invoice = { customer: 'Budi', total: '150000.00', currency: 'IDR', issuedOn: '2026-01-31' };

function wireTo(instance: Instance): Wire {
  return new Wire(() => instance.url);
}

/** Of the form of a key, so that the server has to look it up; and nobody's. */
function wrongKey(): WireKey {
  return { id: 'nobody', secret: randomBytes(16).toString('hex') };
}

function raise(sentence: string): never {
  throw new Error(sentence);
}
