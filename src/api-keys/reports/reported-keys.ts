import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { eventOf, events } from '../../../libs/events';
import { EventLog } from '../../audit';
import { Clock, hourMs } from '../../platform';
import { type Tx } from '../../platform/database';
import { readHolderReportRule } from '../../settings';
import { InjectScoped, nobodyIn, type Principal, ScopedRepository } from '../../tenancy';
import { KeyEnding } from '../commands/key-ending';
import { KeySwitch } from '../commands/key-switch';
import { effectiveExpiry } from '../expiry';
import { isReadable } from '../key-facts';
import { type KeyRow, KeyRows } from '../key-rows';
import { KeySecretEntity } from '../key-secret.entity';
import { type ReportedSecret } from './reported-secrets';

const reason = 'Its secret was reported.';

/** What a report has done. */
type Done = 'revoked' | 'disabled' | 'secret-ended' | 'nothing';

/** Does to a key what its company wants done when somebody reports its secret, inside a unit of work. */
@Injectable()
export class ReportedKeys {
  /** When secrets were last reported for which nothing is to be done: nobody fills a log by saying it again. */
  private readonly noted = new LRUCache<string, number>({ max: 10_000 });

  /** Secrets that will never be good again: a report of them, again and again, costs nobody else's turn. */
  private readonly dead = new LRUCache<string, true>({ max: 50_000 });

  constructor(
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
    private readonly rows: KeyRows,
    private readonly ending: KeyEnding,
    private readonly keys: KeySwitch,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Whether a report of this secret has found before that there is nothing left to end. */
  isKnownDead({ id }: ReportedSecret): boolean {
    return this.dead.has(id);
  }

  /** An old secret ends alone; the newest revokes or disables its key, as the policy says. A dead one does nothing. */
  async end({ id, keyId, companyId }: ReportedSecret, address: string | null, tx: Tx): Promise<void> {
    const principal = nobodyIn(companyId);
    await this.rows.lock(principal, keyId, tx);
    const key = await this.rows.actedOn(principal, keyId, this.clock.now(), tx);
    const secret = await this.secrets.of(principal, tx).findOne({ id });
    // What is broken is refused already.
    if (secret === null || !isReadable(key)) return;
    if (this.isOver(key, secret)) tx.afterCommit(() => this.dead.set(id, true));
    if (this.isDead(key, secret)) return;
    const done = await this.act(principal, key, secret, tx);
    if (done === null) return;
    const { kind, name } = key;
    const { start, last4 } = secret;
    const data = { kind, name, start, last4, done, address };
    this.events.append(tx, principal, eventOf(events.keyReported, keyId, data));
  }

  private isDead(key: KeyRow, secret: KeySecretEntity): boolean {
    const expiresAt = effectiveExpiry(secret, key.policy.maxLifetimeDays);
    return this.isOver(key, secret) || (expiresAt !== null && expiresAt <= this.clock.now());
  }

  /** For good: an expiry can be moved, these ends cannot. */
  private isOver({ revokedAt }: KeyRow, { endsAt }: KeySecretEntity): boolean {
    return revokedAt !== null || (endsAt !== null && endsAt <= this.clock.now());
  }

  /** @returns null where there is nothing to tell. */
  private async act(
    principal: Principal,
    key: KeyRow,
    secret: KeySecretEntity,
    tx: Tx,
  ): Promise<Done | null> {
    const rule = readHolderReportRule(key.policy.onHolderReport);
    if (rule === 'off') return this.isNew(secret, tx) ? 'nothing' : null;
    if (key.secret.id !== secret.id) {
      await this.ending.endOverlap(principal, key, secret, tx);
      return 'secret-ended';
    }
    if (rule === 'revoke') {
      await this.ending.revoke(principal, key, reason, tx);
      return 'revoked';
    }
    if (key.disabledAt !== null) return null;
    await this.keys.disable(principal, key, tx);
    return 'disabled';
  }

  private isNew({ id }: KeySecretEntity, tx: Tx): boolean {
    const nowMs = this.clock.now().getTime();
    if (nowMs < (this.noted.get(id) ?? 0)) return false;
    tx.afterCommit(() => this.noted.set(id, nowMs + hourMs));
    return true;
  }
}
