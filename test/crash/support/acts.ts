import { type WireAnswer } from '../../support/wire';

/** A key of one writer. Nobody else acts on it. */
export interface OwnKey {
  readonly name: string;
  readonly id: string;
  /** What opens it now. Null where it is revoked, or where only the server has seen the answer. */
  secret: string | null;
  /** What must no longer open it. */
  readonly ended: string[];
}

/** Something a writer asked for. */
export interface Act {
  readonly kind: 'create' | 'rotate' | 'revoke' | 'invoice';
  readonly path: string;
  readonly body: object;
  /** Its `Idempotency-Key`. */
  readonly once: string | null;
  /** Of the key or the invoice: unique among all that were ever asked for. */
  readonly name: string;
  /** What is rotated or revoked. */
  readonly key: OwnKey | null;
}

/** What the client may believe of an act after its answer. */
export type Belief = 'done' | 'denied' | 'unsure';

export function beliefOf({ status, body }: WireAnswer): Belief {
  if (status === null || (status === 503 && body?.code === 'outcome-unknown')) return 'unsure';
  return status < 300 ? 'done' : 'denied';
}

/** Everything that was asked for, and what was answered. */
export class ActLedger {
  readonly keys: OwnKey[] = [];
  /** Names of keys and invoices that must exist, once. */
  readonly acknowledged = new Set<string>();
  readonly asked = new Set<string>();
  /** Acts without a certain outcome, and acts that were denied. */
  open: { readonly act: Act; readonly belief: Belief }[] = [];
  readonly faults: string[] = [];
  readonly figures = { rounds: 0, kills: 0, writes: 0, revocations: 0, unsure: 0, denied: 0 };
  answers = 0;
  private inForceByMs = 0;

  note(act: Act, answer: WireAnswer): void {
    this.answers += 1;
    const belief = beliefOf(answer);
    if (belief === 'done') {
      this.enter(act, answer);
      return;
    }
    this.figures[belief] += 1;
    if (belief === 'denied' && answer.status !== 503)
      this.faults.push(
        `${act.kind} ${act.name} was answered ${answer.status} ${JSON.stringify(answer.body)}`,
      );
    this.open.push({ act, belief });
  }

  /** What was answered as done. */
  enter({ kind, name, key }: Act, { body }: WireAnswer): void {
    this.figures.writes += 1;
    if (body.revocation?.effectiveBy)
      this.inForceByMs = Math.max(this.inForceByMs, Date.parse(body.revocation.effectiveBy));
    if (key === null) this.acknowledged.add(name);
    if (kind === 'create') this.keys.push({ name, id: body.key.id, secret: body.secret ?? null, ended: [] });
    if (key === null) return;
    this.figures.revocations += 1;
    if (key.secret !== null) key.ended.push(key.secret);
    key.secret = kind === 'rotate' ? (body.secret ?? null) : null;
  }

  /** Waits until everything that was answered is in force on every instance, as the answers promised. */
  async inForce(): Promise<void> {
    const leftMs = this.inForceByMs - Date.now();
    if (leftMs > 0) await new Promise((resolve) => setTimeout(resolve, leftMs));
  }
}
