import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Tx } from '../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { KeyUsageEntity } from './key-usage.entity';

/** When keys of a company were last used. */
@Injectable()
export class LastUsed {
  constructor(@InjectScoped(KeyUsageEntity) private readonly usage: ScopedRepository<KeyUsageEntity>) {}

  /** @returns the time for each of these keys that was ever used. */
  async of(principal: Principal, keyIds: readonly string[], tx?: Tx): Promise<ReadonlyMap<string, Date>> {
    if (keyIds.length === 0) return new Map();
    const rows = await this.usage.of(principal, tx).find({ where: { keyId: In(keyIds) } });
    return new Map(rows.map((row) => [row.keyId, row.lastUsedAt]));
  }
}
