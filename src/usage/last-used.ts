import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Tx } from '../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { KeyUsageEntity } from './key-usage.entity';
import { type Visit } from './waiting-uses';

/** When a key was last used, from where, with what and for what. */
export interface LastUseOfKey extends Visit {
  readonly at: Date;
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

function lastUseIn({ lastUsedAt: at, address, userAgent, route }: KeyUsageEntity): LastUseOfKey {
  return { at, address, userAgent, route };
}
