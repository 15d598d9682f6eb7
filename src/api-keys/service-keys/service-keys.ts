import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { parseKey } from '../../../libs/api-key';
import { CONFIG, type Config } from '../../platform/config';
import { Urgent } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { Keyring } from '../keyring';
import { Redigest } from '../upkeep/redigest';
import { ServiceKeyEntity } from './service-key.entity';

/** A service key that works. */
export interface ServiceKey {
  readonly id: string;
  readonly name: string;
  /** The code of the product whose keys it may verify. */
  readonly product: string;
}

/** Knows service keys by their text. They belong to no company, so this is one of the doors past tenancy. */
@Injectable()
export class ServiceKeys {
  constructor(
    private readonly urgent: Urgent,
    private readonly keyring: Keyring,
    private readonly redigest: Redigest,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @param text as presented; what cannot be a service key by its spelling costs no query.
   * @returns null when there is none. Throws when the database does not answer: that is not "unknown".
   */
  async find(text: string): Promise<ServiceKey | 'revoked' | null> {
    if (parseKey(text, this.config.keyPrefix)?.format !== 'prefixed') return null;
    const where = { digest: In(this.keyring.digests(text)) };
    const row = await managerOf(this.urgent).findOneBy(ServiceKeyEntity, where);
    if (row === null) return null;
    this.redigest.note(ServiceKeyEntity, row.id, row.pepperVersion, text);
    return row.revokedAt === null ? { id: row.id, name: row.name, product: row.productCode } : 'revoked';
  }
}
