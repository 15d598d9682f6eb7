import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { eventOf, events } from '../../../libs/events';
import { type AppendedEvent, EventLog } from '../../audit';
import { Clock, secondMs } from '../../platform';
import { type Tx } from '../../platform/database';
import { type KeyPolicy } from '../../settings';
import { askedTime, InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { type RotateBody } from '../api-keys.schema';
import { effectiveExpiry, latestExpiry } from '../expiry';
import { ActiveKeyLimit } from './active-key-limit';
import { type KeyRow } from '../key-rows';
import { KeySecretEntity } from '../key-secret.entity';
import { expiryToStore } from './key-input';
import { SecretMaker } from './secret-maker';

/** A rotation that the policy allows. */
export interface RotationPlan {
  readonly policy: KeyPolicy;
  readonly now: Date;
  readonly expiresAt: Date | null;
  readonly overlapSeconds: number;
  /** Whether the key does it, and nobody else. */
  readonly itself?: true;
}

/** Puts a new secret in the place of a key's newest, inside a unit of work. */
@Injectable()
export class KeyRotation {
  constructor(
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
    private readonly limit: ActiveKeyLimit,
    private readonly maker: SecretMaker,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Locks the policy, and reads the input by it. @throws 422 for what it forbids. */
  async plan(principal: Principal, key: KeyRow, input: RotateBody, tx: Tx): Promise<RotationPlan> {
    const policy = await this.limit.lock(principal, key.kind, tx);
    const now = this.clock.now();
    const { expiresAt: wanted, timeZone, overlapSeconds } = input;
    if (wanted === undefined) {
      const expiresAt = await this.keptOrRenewed(principal, key, policy, now, tx);
      return { policy, now, expiresAt, overlapSeconds };
    }
    const asked = askedTime(principal, wanted, timeZone);
    const expiresAt = expiryToStore(key.kind, policy, asked, { now, issuedAt: now });
    return { policy, now, expiresAt, overlapSeconds };
  }

  /** An expired key comes back by this, and may be one too many. @throws 409. */
  async assertRoom(principal: Principal, key: KeyRow, { policy, now }: RotationPlan, tx: Tx): Promise<void> {
    const end = effectiveExpiry(key.secret, policy.maxLifetimeDays);
    if (end !== null && end <= now) await this.limit.assertRoom(principal, key, policy, tx);
  }

  /** The expiry of the new secret when none is asked for: a key that works keeps its own, an expired one gets its life again. */
  private async keptOrRenewed(
    principal: Principal,
    { id, secret }: KeyRow,
    { maxLifetimeDays }: KeyPolicy,
    now: Date,
    tx: Tx,
  ): Promise<Date | null> {
    // The new secret is none that another system issued.
    const { expiresAt, issuedAt: since } = secret;
    const end = effectiveExpiry({ issuedAt: since, expiresAt, seenBy: null }, maxLifetimeDays);
    if (end === null || end > now) return end;
    if (expiresAt === null) return null;
    // A secret that kept the expiry of the one before had only the rest of its life.
    const [first] = await this.secrets
      .of(principal, tx)
      .find({ where: { keyId: id, expiresAt }, order: { issuedAt: 'ASC' }, take: 1 });
    const { issuedAt } = first ?? secret;
    const wanted = new Date(now.getTime() + expiresAt.getTime() - issuedAt.getTime());
    const latest = latestExpiry(now, maxLifetimeDays);
    return latest !== null && wanted > latest ? latest : wanted;
  }

  /** @returns the new secret, for once, and whether a secret that worked has stopped by this. */
  async carryOut(
    principal: Principal,
    key: KeyRow,
    plan: RotationPlan,
    tx: Tx,
  ): Promise<{ secret: string; event: AppendedEvent; endsOneAtOnce: boolean }> {
    const { now, policy, expiresAt, overlapSeconds, itself } = plan;
    const rows = this.secrets.of(principal, tx);
    // At most two work at a time: what was superseded earlier ends now. Only the newest can ever be shown again.
    const endedEarlier = await rows.update({ keyId: key.id, endsAt: MoreThan(now) }, { endsAt: now });
    const endsAt = new Date(now.getTime() + overlapSeconds * secondMs);
    const superseded = { supersededAt: now, endsAt, wrappedKey: null };
    await rows.update({ keyId: key.id, supersededAt: IsNull() }, superseded);
    const { text: secret } = await this.maker.make(principal, key, policy, expiresAt, tx);
    const data = { kind: key.kind, name: key.name, overlapSeconds, expiresAt, ...(itself && { itself }) };
    const event = this.events.append(tx, principal, eventOf(events.keyRotated, key.id, data));
    return { secret, event, endsOneAtOnce: overlapSeconds === 0 || endedEarlier > 0 };
  }
}
