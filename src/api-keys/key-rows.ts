import { Injectable } from '@nestjs/common';
import { type KeyKind } from '../../libs/permissions';
import { isId } from '../platform';
import { type Tx } from '../platform/database';
import { notFound } from '../platform/http';
import { KeyPolicyEntity } from '../settings';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { ApiKeyEntity } from './api-key.entity';
import { countsAsActive } from './key-conditions';
import { kindsAllowing } from './key-rights';
import { KeySecretEntity } from './key-secret.entity';

/** A key with its newest secret and the policy of its kind. */
export type KeyRow = ApiKeyEntity & { readonly secret: KeySecretEntity } & {
  readonly policy: KeyPolicyEntity;
};

/** The keys of a company, each with what is needed to judge it. */
@Injectable()
export class KeyRows {
  constructor(@InjectScoped(ApiKeyEntity) private readonly keys: ScopedRepository<ApiKeyEntity>) {}

  query(principal: Principal, tx?: Tx) {
    return this.keys
      .of(principal, tx)
      .query('key')
      .joinOne('secret', KeySecretEntity, 'secret.keyId = key.id AND secret.supersededAt IS NULL')
      .joinOne('policy', KeyPolicyEntity, 'policy.kind = key.kind');
  }

  /** The key, deleted or not. @throws 404 for an unknown or odd id, another company's, and a kind one may not read. */
  async readable(principal: Principal, id: string, tx?: Tx): Promise<KeyRow> {
    if (!isId(id)) throw notFound();
    const [row] = await this.query(principal, tx).and('key.id = :id', { id }).all();
    if (row === undefined || !kindsAllowing(principal, 'read').includes(row.kind)) throw notFound();
    return row;
  }

  /** How many keys count against `maxActive`. Exact under the lock of the policy. */
  countCounting(principal: Principal, kind: KeyKind, now: Date, tx: Tx): Promise<number> {
    return this.query(principal, tx)
      .and(...countsAsActive(now))
      .and('key.kind = :kind', { kind })
      .count();
  }
}
