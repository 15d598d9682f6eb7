import { Inject, Injectable } from '@nestjs/common';
import { faceOf, generateKey } from '../../../libs/api-key';
import { Clock, Ids } from '../../platform';
import { CONFIG, type Config } from '../../platform/config';
import { type Tx } from '../../platform/database';
import { asOperator, type Principal } from '../../tenancy';
import { Keyring } from '../keyring';
import { ServiceKeyEntity } from './service-key.entity';

/** Makes service keys. Of the secret, only a digest and what lists show are stored. */
@Injectable()
export class ServiceKeyWriter {
  constructor(
    private readonly keyring: Keyring,
    private readonly ids: Ids,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @returns the row, and the secret, which is not stored.
   * @throws 403 for anyone but an operator; the database's foreign key violation for a product that does not exist.
   */
  async insert(
    principal: Principal,
    draft: { readonly name: string; readonly product: string },
    tx: Tx,
  ): Promise<{ row: ServiceKeyEntity; secret: string }> {
    const secret = generateKey('prefixed', this.config.keyPrefix);
    const { start, last4 } = faceOf(secret, 'prefixed');
    const row: ServiceKeyEntity = {
      id: this.ids.next(),
      name: draft.name,
      productCode: draft.product,
      ...this.keyring.digest(secret),
      start: start ?? '',
      last4,
      createdAt: this.clock.now(),
      revokedAt: null,
    };
    await asOperator(principal, tx).insert(ServiceKeyEntity, row);
    return { row, secret };
  }
}
