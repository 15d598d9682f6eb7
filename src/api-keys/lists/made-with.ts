import { Injectable } from '@nestjs/common';
import { type KeyKind } from '../../../libs/permissions';
import { Clock } from '../../platform';
import { type Tx } from '../../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { ApiKeyEntity } from '../api-key.entity';
import { KeySecretEntity } from '../key-secret.entity';

const maxShown = 100;

/** Some keys, and whether there are more. */
export interface MadeKeys {
  readonly ids: readonly string[];
  readonly more: boolean;
}

/** Finds what a machine key has made: new keys, and new secrets of keys that were there. */
@Injectable()
export class MadeWith {
  constructor(
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
    private readonly clock: Clock,
  ) {}

  /**
   * The newest keys of these kinds that are not revoked and have a secret which was made with a key: their newest, or one that still
   * overlaps.
   */
  async keys(principal: Principal, keyId: string, kinds: readonly KeyKind[], tx: Tx): Promise<MadeKeys> {
    if (kinds.length === 0) return { ids: [], more: false };
    // At most two secrets of a key work at a time.
    const count = 2 * (maxShown + 1);
    const found = await this.secrets
      .of(principal, tx)
      .query('secret')
      .leftJoin('key', ApiKeyEntity, 'key.id = secret.keyId')
      .and('secret.madeWith = :keyId', { keyId })
      .and('secret.supersededAt IS NULL OR secret.endsAt > :now', { now: this.clock.now().getTime() })
      .and('key.revokedAt IS NULL')
      .and('key.kind IN (:...kinds)', { kinds })
      .orderBy('secret.keyId', 'DESC')
      .limit(count)
      .valuesOf('keyId');
    const ids = [...new Set(found)];
    return { ids: ids.slice(0, maxShown), more: ids.length > maxShown };
  }
}
