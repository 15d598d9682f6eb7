import { type WireAnswer } from '../../support/wire';
import { type Act, type ActLedger, type Belief } from './acts';
import { type Slot, type Stage, untilWell } from './stage';

/** A reservation that a killed process left is given up after a minute. */
const abandonedMs = 75_000;
const atOnce = 10;

/** Compares what was answered with what is there. What does not agree becomes a fault of the ledger. */
export class Judge {
  private postponed: Act[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly ledger: ActLedger,
  ) {}

  /** To be asked when everything is up again and nobody writes. */
  async judge(): Promise<void> {
    await this.ledger.inForce();
    const before = await this.names();
    const open = this.ledger.open.splice(0);
    await inTurn(open, ({ act, belief }) => this.settle(act, belief, before.get(act.name) ?? 0));
    await this.ledger.inForce();
    await this.compare();
  }

  /** Repeats what had to wait until the reservations of killed processes are given up. */
  async finish(): Promise<void> {
    const giveUpAt = performance.now() + abandonedMs;
    await inTurn(this.postponed.splice(0), async (act) => {
      let answer = await this.repeat(act);
      while (answer.status === 409 && performance.now() < giveUpAt) {
        await new Promise((resolve) => setTimeout(resolve, 500));
        answer = await this.repeat(act);
      }
      this.settled(act, answer);
    });
    await this.judge();
  }

  private async settle(act: Act, belief: Belief, found: number): Promise<void> {
    const isNew = act.key === null;
    if (belief === 'denied' && isNew && found > 0)
      this.fault(`${act.kind} ${act.name} was denied and is done`);
    if (isNew && found > 1) this.fault(`${act.kind} ${act.name} was done ${found} times`);
    if (act.once === null && act.kind !== 'revoke') {
      this.giveUp(act, belief);
      return;
    }
    const answer = await this.repeat(act);
    const isReserved = answer.status === 409 && answer.body.code === 'idempotency-key-in-use';
    if (isReserved) {
      if (isNew && found > 0) this.fault(`${act.kind} ${act.name} is done, and its answer is not kept`);
      this.postponed.push(act);
      return;
    }
    const wasReplayed = answer.headers['idempotency-replayed'] === 'true';
    if (isNew && wasReplayed !== found > 0)
      this.fault(`${act.name}: found ${found}, replayed ${wasReplayed}`);
    if (belief === 'denied' && wasReplayed) this.fault(`${act.kind} ${act.name} was denied and is replayed`);
    this.settled(act, answer);
  }

  /** An act that cannot be repeated. A denied one has changed nothing, so its key is compared as before. */
  private giveUp({ kind, key }: Act, belief: Belief): void {
    if (belief === 'unsure' && kind === 'rotate' && key !== null) key.secret = null;
  }

  private repeat(act: Act): Promise<WireAnswer> {
    const [slot] = this.stage.up;
    if (slot === undefined) throw new Error('No instance is up');
    return untilWell(() => this.stage.post(slot, act.path, act.body, act.once));
  }

  private settled(act: Act, answer: WireAnswer): void {
    if (answer.status !== null && answer.status < 300) this.ledger.enter(act, answer);
    else this.fault(`The repetition of ${act.kind} ${act.name} was answered ${answer.status}`);
  }

  private async compare(): Promise<void> {
    const names = await this.names();
    for (const [name, count] of names) if (count > 1) this.fault(`${name} is there ${count} times`);
    for (const name of this.ledger.acknowledged)
      if (!names.has(name)) this.fault(`${name} was acknowledged and is lost`);
    for (const slot of this.stage.up)
      await inTurn(this.ledger.keys, async ({ name, secret, ended }) => {
        if (secret !== null) await this.expectUse(slot, name, secret, 200);
        for (const old of ended) await this.expectUse(slot, name, old, 401);
      });
  }

  private async expectUse(slot: Slot, name: string, secret: string, status: number): Promise<void> {
    const answer = await untilWell(() => this.stage.use(slot, secret));
    if (answer.status !== status) this.fault(`${name} is answered ${answer.status} instead of ${status}`);
  }

  /** How often each name is there, of keys and of invoices. */
  private async names(): Promise<Map<string, number>> {
    const names = new Map<string, number>();
    for (const path of ['/keys', '/sales_invoices']) {
      for (let cursor = ''; ;) {
        const { status, body } = await this.stage.get(`${path}?limit=100${cursor}`);
        if (status !== 200) throw new Error(`${path} was answered ${status} ${JSON.stringify(body)}`);
        for (const { name, number } of body.data) {
          const called: string = number ?? name;
          names.set(called, (names.get(called) ?? 0) + 1);
        }
        if (body.pagination.cursor === null) break;
        cursor = `&cursor=${encodeURIComponent(body.pagination.cursor)}`;
      }
    }
    return names;
  }

  private fault(text: string): void {
    this.ledger.faults.push(text);
  }
}

async function inTurn<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const worker = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
