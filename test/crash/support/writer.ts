import { randomUUID } from 'node:crypto';
import { type Act, type ActLedger, beliefOf, type OwnKey } from './acts';
import { type Dice } from './dice';
import { type Stage } from './stage';

/** One of the clients that write at the same time: one request after the other, on the keys that it has made itself. */
export class Writer {
  private readonly keys: OwnKey[] = [];
  private acts = 0;

  constructor(
    private readonly name: string,
    private readonly stage: Stage,
    private readonly ledger: ActLedger,
    private readonly dice: Dice,
  ) {}

  /** Writes until it is over, or no instance is left to ask. */
  async run(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const { up } = this.stage;
      if (up.length === 0) return;
      const act = this.nextAct();
      const answer = await this.stage.post(this.dice.oneOf(up), act.path, act.body, act.once);
      const known = this.ledger.keys.length;
      this.ledger.note(act, answer);
      this.keys.push(...this.ledger.keys.slice(known));
      if (beliefOf(answer) !== 'done') this.forget(act.key);
    }
  }

  private nextAct(): Act {
    this.acts += 1;
    const name = `${this.name}-${this.acts}`;
    const once = this.dice.between(0, 1) === 0 ? randomUUID() : null;
    const usable = this.keys.filter(({ secret }) => secret !== null);
    const kind = this.dice.oneOf(['create', 'rotate', 'revoke', 'invoice'] as const);
    if (kind === 'invoice')
      return { kind, path: '/sales_invoices', body: invoice(name), once, name, key: null };
    if (kind === 'create' || usable.length === 0)
      return { kind: 'create', path: '/keys', body: { kind: 'company', name }, once, name, key: null };
    const key = this.dice.oneOf(usable);
    const body = kind === 'rotate' ? { overlapSeconds: 0 } : {};
    const path = `/keys/${key.id}/${kind}`;
    // Revoking twice is the same as revoking once, so it needs no Idempotency-Key.
    return { kind, path, body, once: kind === 'rotate' ? once : null, name: key.name, key };
  }

  /** The judge of the act decides whether its key is used again. */
  private forget(key: OwnKey | null): void {
    if (key !== null) this.keys.splice(this.keys.indexOf(key), 1);
  }
}

function invoice(number: string): object {
  return { number, customer: 'Budi', total: '150000.00', currency: 'IDR', issuedOn: '2026-01-31' };
}
