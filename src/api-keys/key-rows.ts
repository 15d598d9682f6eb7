import { Injectable } from '@nestjs/common';
import { CompanyEntity } from '../companies';
import { isId } from '../platform';
import { type Tx } from '../platform/database';
import { notFound } from '../platform/http';
import { ProductActivationEntity } from '../products';
import { KeyPolicyEntity } from '../settings';
import { InjectScoped, type Principal, type ScopedQuery, ScopedRepository } from '../tenancy';
import { MemberEntity } from '../users';
import { ApiKeyEntity } from './api-key.entity';
import { countsAsActive } from './key-conditions';
import { kindSql } from './key-kind';
import { lastMomentMs, type ReadableKey } from './key-facts';
import { isReadableBy, type OwnedKey } from './key-rights';
import { KeySecretEntity } from './key-secret.entity';

/** A key as the database has it, with its newest secret, the policy of its kind, and what else decides whether it works. */
export type FoundKeyRow = ApiKeyEntity & {
  readonly company: Pick<CompanyEntity, 'status'> | null;
  /** Null in a broken row, like the policy. */
  readonly secret: KeySecretEntity | null;
  readonly policy: KeyPolicyEntity | null;
  /** Whether the product of a product key is, or was, activated for the company. */
  readonly activation: Pick<ProductActivationEntity, 'status'> | null;
  /** The membership of a personal key's owner, unless it began after the key was made: leaving ends keys permanently. */
  readonly owner: Pick<MemberEntity, 'status'> | null;
};

/** The same, after `isReadable` has accepted it. */
export type KeyRow = ReadableKey<FoundKeyRow>;

/** A key as lists show it. */
export type ShownKeyRow = FoundKeyRow & {
  /** The secret before the newest, while its overlap lasts; there is one at most. */
  readonly superseded: KeySecretEntity | null;
};

// The secret without an end. One with half an end counts, too: it makes its key `broken` instead of hiding it.
const newest = `secret.keyId = key.id AND (secret.supersededAt IS NULL OR (secret.endsAt IS NULL AND NOT EXISTS (
  SELECT 1 FROM key_secrets other
  WHERE other.company_id = key.companyId AND other.key_id = key.id AND other.superseded_at IS NULL)))`;

/** The keys that `maxActive` counts: the company's, those of one of its products, or those of one owner. */
export interface Pool extends OwnedKey {
  readonly productCode: string | null;
}

/** The keys of a company, each with what decides its status. */
@Injectable()
export class KeyRows {
  constructor(@InjectScoped(ApiKeyEntity) private readonly keys: ScopedRepository<ApiKeyEntity>) {}

  /** The keys without anything beside them. */
  keysOf(principal: Principal): ScopedQuery<ApiKeyEntity> {
    return this.keys.of(principal).query('key');
  }

  query(principal: Principal, tx?: Tx) {
    return this.keys
      .of(principal, tx)
      .query('key')
      .joinTenant('company', CompanyEntity)
      .leftJoin('secret', KeySecretEntity, newest)
      .leftJoin('policy', KeyPolicyEntity, `policy.kind = ${kindSql}`)
      .leftJoin('activation', ProductActivationEntity, 'activation.productCode = key.productCode')
      .leftJoin('owner', MemberEntity, 'owner.userId = key.ownerId AND owner.createdAt <= key.createdAt');
  }

  /** The same with the superseded secrets that overlap at this moment. They are joined only where keys are shown, and never counted. */
  queryShown(principal: Principal, now: Date, tx?: Tx) {
    return this.query(principal, tx).leftJoin(
      'superseded',
      KeySecretEntity,
      'superseded.keyId = key.id AND superseded.endsAt > :overlappingAt AND superseded.endsAt <= :endOfTime',
      // In SQLite a text is greater than every number.
      { overlappingAt: now.getTime(), endOfTime: lastMomentMs },
    );
  }

  /** The key, deleted or not. @throws 404 for an unknown or malformed id, another company's key, and a key that the principal may not read. */
  readable(principal: Principal, id: string, tx: Tx): Promise<FoundKeyRow> {
    return readableOf(this.query(principal, tx), principal, id);
  }

  /** The same, for display. */
  readableShown(principal: Principal, id: string, now: Date): Promise<ShownKeyRow> {
    return readableOf(this.queryShown(principal, now), principal, id);
  }

  /** Those of these keys that there are, for display to a principal who may read them. */
  async allShown(principal: Principal, ids: readonly string[], now: Date): Promise<ShownKeyRow[]> {
    if (ids.length === 0) return [];
    return this.queryShown(principal, now)
      .and('key.id IN (:...ids)', { ids })
      .and(...isReadableBy(principal))
      .all();
  }

  /** A key that the unit changes, for display to the principal, who may change it but perhaps not read others. */
  async actedOn(principal: Principal, id: string, now: Date, tx: Tx): Promise<ShownKeyRow> {
    const [row] = await this.queryShown(principal, now, tx).and('key.id = :id', { id }).all();
    if (row === undefined) throw notFound();
    return row;
  }

  /** The same for several keys. */
  async allActedOn(principal: Principal, ids: readonly string[], now: Date, tx: Tx): Promise<ShownKeyRow[]> {
    if (ids.length === 0) return [];
    return this.queryShown(principal, now, tx).and('key.id IN (:...ids)', { ids }).all();
  }

  /** Those of these keys that there are and that the principal may read, by their ids. Others keep from changing them until the unit ends. */
  async lockReadable(
    principal: Principal,
    ids: readonly string[],
    tx: Tx,
  ): Promise<ReadonlyMap<string, FoundKeyRow>> {
    // One after the other in one order, so that two units wait for each other's keys and not in a circle.
    for (const id of ids.toSorted()) await this.lock(principal, id, tx);
    const rows = await this.query(principal, tx)
      .and('key.id IN (:...ids)', { ids })
      .and(...isReadableBy(principal))
      .all();
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Keeps others from changing the key until the unit ends. */
  async lock(principal: Principal, id: string, tx: Tx): Promise<void> {
    if (isId(id)) await this.keys.of(principal, tx).lockOne({ id });
  }

  /** Whether a key is not revoked; then nobody revokes it until the unit ends. */
  async holdLive(principal: Principal, id: string, tx: Tx): Promise<boolean> {
    const row = await this.keys.of(principal, tx).shareOne({ id });
    return row !== null && row.revokedAt === null;
  }

  /** Whether one more key may count against `maxActive`. Exact under the lock of the policy. */
  async hasRoom(principal: Principal, pool: Pool, maxActive: number, now: Date, tx: Tx): Promise<boolean> {
    return (await this.room(principal, pool, { maxActive, wanted: 1 }, now, tx)) >= 1;
  }

  /** For how many more keys there is room, of as many as are wanted. Exact under the lock of the policy. */
  async room(
    principal: Principal,
    pool: Pool,
    { maxActive, wanted }: { readonly maxActive: number; readonly wanted: number },
    now: Date,
    tx: Tx,
  ): Promise<number> {
    // An index counts those that are not revoked. Which of them have expired matters only where they fill the limit.
    const standing = inPool(this.keys.of(principal, tx).query('key'), pool).and('key.revokedAt IS NULL');
    if ((await standing.count()) + wanted <= maxActive) return wanted;
    const active = inPool(this.query(principal, tx), pool).and(...countsAsActive(now));
    return Math.min(wanted, Math.max(0, maxActive - (await active.count())));
  }
}

function inPool<E extends ApiKeyEntity>(query: ScopedQuery<E>, pool: Pool): ScopedQuery<E> {
  query.and('key.kind = :kind', { kind: pool.kind });
  if (pool.productCode !== null) query.and('key.productCode = :product', { product: pool.productCode });
  if (pool.ownerId !== null) query.and('key.ownerId = :ownerId', { ownerId: pool.ownerId });
  return query;
}

async function readableOf<R extends FoundKeyRow>(
  query: ScopedQuery<R>,
  principal: Principal,
  id: string,
): Promise<R> {
  if (!isId(id)) throw notFound();
  const [row] = await query
    .and('key.id = :id', { id })
    .and(...isReadableBy(principal))
    .all();
  if (row === undefined) throw notFound();
  return row;
}
