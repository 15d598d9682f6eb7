import { Injectable } from '@nestjs/common';
import { type KeyKind } from '../../../libs/permissions';
import { Clock } from '../../platform';
import { type Tx } from '../../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { ApiKeyEntity } from '../api-key.entity';
import { KeySecretEntity } from '../key-secret.entity';

const maxShown = 100;
const maxFollowed = 100;

/** Some keys, and whether there are more. */
export interface MadeKeys {
  readonly ids: readonly string[];
  readonly more: boolean;
}

/** A machine key whose secret somebody else may know since a moment, in milliseconds since 1970. */
interface Exposed {
  readonly keyId: string;
  readonly sinceMs: number;
}

/**
 * Finds what was made with a machine key: new keys, and new secrets of keys that were there. Where the new secret is that of another machine
 * key, all that was made with that one since then counts, too: who took over the first acts with the second.
 */
@Injectable()
export class MadeWith {
  constructor(
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
    private readonly clock: Clock,
  ) {}

  /**
   * The newest keys of these kinds that are not revoked and have a secret which was made so: their newest, or one that still overlaps.
   */
  async keys(principal: Principal, keyId: string, kinds: readonly KeyKind[], tx: Tx): Promise<MadeKeys> {
    if (kinds.length === 0) return { ids: [], more: false };
    const exposed = await this.exposedBy(principal, keyId, tx);
    const found = new Set<string>();
    for (const one of exposed) {
      for (const id of await this.liveOf(principal, one, kinds, tx)) found.add(id);
      if (found.size > maxShown) break;
    }
    const ids = [...found].sort().reverse();
    return { ids: ids.slice(0, maxShown), more: ids.length > maxShown || exposed.length > maxFollowed };
  }

  /** The key itself, and the machine keys that it leads to, each since the earliest moment. */
  private async exposedBy(principal: Principal, keyId: string, tx: Tx): Promise<Exposed[]> {
    const waiting = new Map([[keyId, 0]]);
    const exposed = new Map<string, number>();
    // Whoever was exposed earliest comes first, so that none has to be looked at again.
    for (let next = earliestOf(waiting); next !== null; next = earliestOf(waiting)) {
      waiting.delete(next.keyId);
      exposed.set(next.keyId, next.sinceMs);
      if (exposed.size > maxFollowed) break;
      for (const { keyId: id, sinceMs } of await this.machinesOf(principal, next, tx))
        if (!exposed.has(id)) waiting.set(id, Math.min(sinceMs, waiting.get(id) ?? sinceMs));
    }
    return [...exposed].map(([id, sinceMs]) => ({ keyId: id, sinceMs }));
  }

  /** Also by secrets that have ended: what was made with them meanwhile goes on. */
  private async machinesOf(principal: Principal, exposed: Exposed, tx: Tx): Promise<Exposed[]> {
    const made = await this.madeWith(principal, exposed, tx)
      .and(`key.kind = 'machine'`)
      .orderBy('secret.issuedAt', 'ASC')
      .limit(1_000)
      .all();
    return made.map(({ keyId, issuedAt }) => ({ keyId, sinceMs: issuedAt.getTime() }));
  }

  private liveOf(
    principal: Principal,
    exposed: Exposed,
    kinds: readonly KeyKind[],
    tx: Tx,
  ): Promise<string[]> {
    return (
      this.madeWith(principal, exposed, tx)
        .and('secret.supersededAt IS NULL OR secret.endsAt > :now', { now: this.clock.now().getTime() })
        .and('key.revokedAt IS NULL')
        .and('key.kind IN (:...kinds)', { kinds })
        .orderBy('secret.keyId', 'DESC')
        // At most two secrets of a key work at a time.
        .limit(2 * (maxShown + 1))
        .valuesOf('keyId')
    );
  }

  private madeWith(principal: Principal, { keyId, sinceMs }: Exposed, tx: Tx) {
    return this.secrets
      .of(principal, tx)
      .query('secret')
      .leftJoin('key', ApiKeyEntity, 'key.id = secret.keyId')
      .and('secret.madeWith = :madeWith AND secret.issuedAt >= :sinceMs', { madeWith: keyId, sinceMs });
  }
}

function earliestOf(waiting: ReadonlyMap<string, number>): Exposed | null {
  let earliest: Exposed | null = null;
  for (const [keyId, sinceMs] of waiting)
    if (earliest === null || sinceMs < earliest.sinceMs) earliest = { keyId, sinceMs };
  return earliest;
}
