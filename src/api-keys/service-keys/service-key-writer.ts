import { Inject, Injectable } from '@nestjs/common';
import { faceOf, generateKey } from '../../../libs/api-key';
import { type ServicePermission } from '../../../libs/permissions';
import { Clock, Ids } from '../../platform';
import { CONFIG, type Config } from '../../platform/config';
import { type Tx } from '../../platform/database';
import { asOperator, type Principal } from '../../tenancy';
import { UserDirectory } from '../../users';
import { Keyring } from '../keyring';
import { ServiceKeyEntity } from './service-key.entity';

/** A service key that is allowed but not yet written. */
export interface ServiceKeyDraft {
  readonly name: string;
  /** Null for the keys of all products, and all others. */
  readonly product: string | null;
  readonly permissions: ServicePermission[];
  readonly expiresAt: Date;
  /** Null for anywhere. */
  readonly allowedAddresses: string[] | null;
  /** Null for a key that is not for a gateway. */
  readonly audiences: string[] | null;
}

/** Makes service keys. Of the secret, only a digest and what lists show are stored. */
@Injectable()
export class ServiceKeyWriter {
  constructor(
    private readonly keyring: Keyring,
    private readonly users: UserDirectory,
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
    { product: productCode, ...draft }: ServiceKeyDraft,
    tx: Tx,
  ): Promise<{ row: ServiceKeyEntity; secret: string }> {
    const secret = generateKey('prefixed', this.config.keyPrefix);
    const { start, last4 } = faceOf(secret, 'prefixed');
    const row: ServiceKeyEntity = {
      id: this.ids.next(),
      ...draft,
      productCode,
      ...this.keyring.digest(secret),
      start: start ?? '',
      last4,
      createdAt: this.clock.now(),
      createdBy: principal.user?.id ?? null,
      revokedAt: null,
    };
    await asOperator(principal, tx).insert(ServiceKeyEntity, row);
    await this.users.insertServiceKey(row.id, tx);
    return { row, secret };
  }
}
