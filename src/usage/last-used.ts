import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Tx } from '../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { KeyUsageEntity } from './key-usage.entity';
import { type Visit } from './waiting-uses';

/** When a key was last used, from where, with what and for what. */
export interface LastUseOfKey extends Visit {
  readonly at: Date;
  /** When a superseded secret of the key was last used; it may be one that ended long ago. */
  readonly supersededAt: Date | null;
}

/** The last uses of the keys of a company. */
@Injectable()
export class LastUsed {
  constructor(@InjectScoped(KeyUsageEntity) private readonly usage: ScopedRepository<KeyUsageEntity>) {}

  /** @returns the last use of each of these keys that was ever used. */
  async of(
    principal: Principal,
    keyIds: readonly string[],
    tx?: Tx,
  ): Promise<ReadonlyMap<string, LastUseOfKey>> {
    if (keyIds.length === 0) return new Map();
    const rows = await this.usage.of(principal, tx).find({ where: { keyId: In(keyIds) } });
    return new Map(rows.map((row) => [row.keyId, lastUseIn(row)]));
  }
}

function lastUseIn(row: KeyUsageEntity): LastUseOfKey {
  const { lastUsedAt: at, supersededUsedAt: supersededAt, address, userAgent, route } = row;
  return { at, supersededAt, address, userAgent, route };
}
