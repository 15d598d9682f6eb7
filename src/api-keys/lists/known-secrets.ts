import { Injectable } from '@nestjs/common';
import { events } from '../../../libs/events';
import { EventEntity } from '../../audit';
import { Clock, secondMs } from '../../platform';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { ApiKeyEntity } from '../api-key.entity';
import { isReadableBy } from '../key-rights';
import { KeySecretEntity } from '../key-secret.entity';
import { type WayToKnow } from '../known-keys.schema';

const maxShown = 100;
const actsAtOnce = 1_000;
const maxReads = 20;
/** The act that made a secret was noted within its unit of work: a moment before, or after. */
const unitMs = secondMs;

/** A key, and how somebody came to know a secret of it that still works. */
export interface KnownKey {
  readonly keyId: string;
  /** The latest first. */
  readonly ways: ReadonlySet<WayToKnow>;
  readonly lastAt: Date;
}

interface Act {
  readonly seq: number;
  readonly keyId: string;
  readonly way: WayToKnow;
  readonly atMs: number;
}

const wayBy: ReadonlyMap<string, WayToKnow> = new Map<string, WayToKnow>([
  [events.keyGenerated.type, 'created'],
  [events.keyImported.type, 'created'],
  [events.keyRotated.type, 'rotated'],
  [events.keyRevealed.type, 'shown'],
]);

/** Whoever imports a key by its hash has not seen it. A part of the stored JSON, in which no value can contain it. */
const plainAlgorithm = '%"algorithm":"plain"%';

/** Finds out from the event log which secrets somebody has seen. */
@Injectable()
export class KnownSecrets {
  constructor(
    @InjectScoped(EventEntity) private readonly events: ScopedRepository<EventEntity>,
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
    private readonly clock: Clock,
  ) {}

  /** Of keys that are not revoked and that the principal may read; those seen last first. */
  async to(
    principal: Principal,
    userId: string,
  ): Promise<{ readonly keys: readonly KnownKey[]; readonly more: boolean }> {
    const found = new Map<string, { keyId: string; ways: Set<WayToKnow>; lastAt: Date }>();
    let before: number | null = null;
    for (let read = 0; read < maxReads; read++) {
      const acts = await this.actsOf(principal, userId, before);
      for (const { keyId, way, atMs } of await this.stillKnown(principal, acts)) {
        const known = found.get(keyId) ?? { keyId, ways: new Set(), lastAt: new Date(atMs) };
        known.ways.add(way);
        found.set(keyId, known);
      }
      if (found.size > maxShown) break;
      if (acts.length < actsAtOnce) return { keys: [...found.values()], more: false };
      before = acts.at(-1)?.seq ?? null;
    }
    return { keys: [...found.values()].slice(0, maxShown), more: true };
  }

  /** By which they saw a secret, the latest first. */
  private async actsOf(principal: Principal, userId: string, before: number | null): Promise<Act[]> {
    const query = this.events
      .of(principal)
      .query('event')
      .and('event.actorId = :userId AND event.type IN (:...types)', { userId, types: [...wayBy.keys()] })
      .and('event.type <> :imported OR event.data LIKE :plainAlgorithm', {
        imported: events.keyImported.type,
        plainAlgorithm,
      })
      .orderBy('event.seq', 'DESC')
      .limit(actsAtOnce);
    if (before !== null) query.and('event.seq < :before', { before });
    const rows = await query.columnsOf(['seq', 'targetId', 'type', 'at']);
    return rows.map(([seq, keyId, type, at]) => ({
      seq: Number(seq),
      keyId: String(keyId),
      way: wayBy.get(String(type)) ?? 'shown',
      atMs: Number(at),
    }));
  }

  /** The acts after which no secret was made that is the only one to work now. */
  private async stillKnown(principal: Principal, acts: readonly Act[]): Promise<readonly Act[]> {
    const oldest = await this.oldestOf(
      principal,
      acts.map(({ keyId }) => keyId),
    );
    return acts.filter(({ keyId, atMs }) => {
      const issuedMs = oldest.get(keyId);
      return issuedMs !== undefined && atMs >= issuedMs - unitMs;
    });
  }

  /** When the oldest secret that works was made, by the ids of those of these keys that are live and readable. */
  private async oldestOf(
    principal: Principal,
    keyIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const oldest = new Map<string, number>();
    if (keyIds.length === 0) return oldest;
    const rows = await this.secrets
      .of(principal)
      .query('secret')
      .leftJoin('key', ApiKeyEntity, 'key.id = secret.keyId')
      .and('secret.keyId IN (:...ids)', { ids: [...new Set(keyIds)] })
      .and('secret.supersededAt IS NULL OR secret.endsAt > :now', { now: this.clock.now().getTime() })
      .and('key.id IS NOT NULL AND key.revokedAt IS NULL')
      .and(...isReadableBy(principal))
      .columnsOf(['keyId', 'issuedAt']);
    for (const [keyId, issuedAt] of rows) {
      // A row that was written by hand is better looked at than passed over.
      const issuedMs = Number(issuedAt) || 0;
      oldest.set(String(keyId), Math.min(issuedMs, oldest.get(String(keyId)) ?? issuedMs));
    }
    return oldest;
  }
}
