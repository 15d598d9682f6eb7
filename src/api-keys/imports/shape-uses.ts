import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform';
import { type Tx } from '../../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { ApiKeyEntity } from '../api-key.entity';
import { importableKinds } from '../key-rights';
import { KeySecretEntity } from '../key-secret.entity';

/** The keys that are found by the shape of their text. */
export interface ShapeUse {
  /** Those that were used, or came as they are: their text is known to work. */
  readonly seen: number;
  /** Those that wait for their first use, in time. */
  readonly unseen: number;
}

const seen = 'secret.foreignAlgorithm IS NULL';
const unseen = 'secret.foreignAlgorithm IS NOT NULL AND (secret.seenBy IS NULL OR secret.seenBy > :now)';
// What a former version imported says no shape, so it may be of each.
const ofShape = 'secret.shapeId = :shapeId OR secret.shapeId IS NULL';

/** Counts the imported keys that a shape is needed for: also an old secret whose overlap goes on, and expired keys, which may return. */
@Injectable()
export class ShapeUses {
  constructor(
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
    private readonly clock: Clock,
  ) {}

  async of(principal: Principal, shapeId: string, tx?: Tx): Promise<ShapeUse> {
    return {
      seen: await this.imported(principal, tx).and(ofShape, { shapeId }).and(seen).count(),
      unseen: await this.waitingFor(principal, shapeId, tx).count(),
    };
  }

  /** @returns the kinds of those that wait for their first use. */
  async kindsWaiting(
    principal: Principal,
    shapeId: string,
    tx: Tx,
  ): Promise<(typeof importableKinds)[number][]> {
    const kinds: (typeof importableKinds)[number][] = [];
    for (const kind of importableKinds)
      if ((await this.waitingFor(principal, shapeId, tx).and('key.kind = :kind', { kind }).count()) > 0)
        kinds.push(kind);
    return kinds;
  }

  /** How many cannot be used, as the company has none of the shapes that they have or came with. */
  async withoutShape(principal: Principal, shapeIds: readonly string[]): Promise<number> {
    const query = this.imported(principal).and(`(${seen}) OR (${unseen})`, this.time());
    // What says no shape may be of each that there is.
    if (shapeIds.length > 0) query.and('secret.shapeId NOT IN (:...shapeIds)', { shapeIds });
    return query.count();
  }

  private waitingFor(principal: Principal, shapeId: string, tx?: Tx) {
    return this.imported(principal, tx).and(ofShape, { shapeId }).and(unseen, this.time());
  }

  private imported(principal: Principal, tx?: Tx) {
    return this.secrets
      .of(principal, tx)
      .query('secret')
      .leftJoin('key', ApiKeyEntity, 'key.id = secret.keyId')
      .and('key.id IS NOT NULL AND key.revokedAt IS NULL AND key.deletedAt IS NULL')
      .and('secret.importMark IS NOT NULL')
      .and('secret.supersededAt IS NULL OR secret.endsAt > :now', this.time());
  }

  private time() {
    return { now: this.clock.now().getTime() };
  }
}
