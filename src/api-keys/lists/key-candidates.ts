import { Injectable } from '@nestjs/common';
import { type KeyKind, keyKinds } from '../../../libs/permissions';
import { dayMs } from '../../platform';
import { KeyPolicies } from '../../settings';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { ApiKeyEntity } from '../api-key.entity';
import { type KeyQuery } from '../api-keys.schema';
import { kindIsUnknown } from '../key-kind';
import { readableKeys } from '../key-rights';
import { KeySecretEntity } from '../key-secret.entity';
import { type Candidates } from './key-scan';
import { startsWithin } from './key-search';
import { type KeyStream, keyStream } from './key-stream';
import { KeyWordEntity } from './key-word.entity';
import { wordsWithin } from './search-conditions';

const tooManyToWalk = 1_000;
const shown = 'key.deletedAt IS NULL';

/** Says for each list which indexes lead to its keys. What they lead to may be more, and never less. */
@Injectable()
export class KeyCandidates {
  constructor(
    @InjectScoped(ApiKeyEntity) private readonly keys: ScopedRepository<ApiKeyEntity>,
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
    @InjectScoped(KeyWordEntity) private readonly words: ScopedRepository<KeyWordEntity>,
    private readonly policies: KeyPolicies,
  ) {}

  async of(principal: Principal, query: KeyQuery, now: Date): Promise<Candidates> {
    const scope = scopeOf(principal, query);
    const { walk, narrow, usual } = await this.byStatus(principal, query, scope, now);
    const ownerId = query.owner ?? (scope.kinds.length === 0 ? scope.ownerId : null);
    const ofOwner = ownerId === null ? [] : [[this.ofOwner(principal, ownerId)]];
    const matching = query.q === undefined ? [] : [this.matching(principal, query.q, scope)];
    const ofTests = query.environment === 'test' ? [[this.ofTests(principal)]] : [];
    const others = [...ofOwner, ...matching, ...ofTests];
    return {
      // The index of owners is in the order of the list, too, and leads to nobody else's keys.
      walk: ofOwner[0] ?? walk,
      narrow: [...others, ...narrow, ...this.unsorted(principal, query, scope)],
      usual: usual && others.length === 0,
    };
  }

  private async byStatus(
    principal: Principal,
    query: KeyQuery,
    scope: Scope,
    now: Date,
  ): Promise<Candidates> {
    const walk = this.walk(principal, query, scope);
    switch (query.status) {
      case 'revoked':
        return { walk, narrow: [this.revoked(principal, scope)], usual: false };
      case 'expired':
        return { walk, narrow: [await this.expired(principal, scope, now)], usual: false };
      case 'active':
        return {
          walk: await this.enabled(principal, scope),
          narrow: [this.unexpired(principal, now)],
          usual: true,
        };
      case 'disabled':
        return {
          walk: this.liveOf(principal, scope),
          narrow: [await this.disabled(principal, scope)],
          usual: false,
        };
      case 'suspended':
      case 'broken':
      case undefined:
        return { walk, narrow: [], usual: true };
    }
  }

  /** In the order of the list; with deleted keys only the index of all keys has that. */
  private walk(principal: Principal, { product, deleted, q, kind }: KeyQuery, scope: Scope): KeyStream[] {
    if (deleted) return [this.ofKeys(principal, 'api_keys_company_id', '1 = 1')];
    if (product !== undefined) return [this.ofProduct(principal, product, shown)];
    if (scope.kinds.length === keyKinds.length) return [this.ofKeys(principal, 'api_keys_listed', shown)];
    const kinds = scope.kinds.map((one) => this.ofKind(principal, one, shown));
    return [...kinds, ...this.own(principal, scope), ...this.ofNoKind(principal, q, kind)];
  }

  /** The same keys with the deleted ones by kind or product, for which no index has the order of the list. */
  private unsorted(
    principal: Principal,
    { product, deleted, q, kind }: KeyQuery,
    scope: Scope,
  ): KeyStream[][] {
    if (!deleted) return [];
    if (product !== undefined) return [[this.ofProduct(principal, product)]];
    if (scope.kinds.length === keyKinds.length) return [];
    const kinds = scope.kinds.map((one) => this.ofKind(principal, one));
    return [[...kinds, ...this.own(principal, scope), ...this.ofNoKind(principal, q, kind)]];
  }

  private own(principal: Principal, { ownerId }: Scope): KeyStream[] {
    return ownerId === null ? [] : [this.ofOwner(principal, ownerId)];
  }

  private ofOwner(principal: Principal, ownerId: string): KeyStream {
    return this.ofKeys(principal, 'api_keys_owner_index', 'key.ownerId = :ownerId', { ownerId });
  }

  /** Most keys are live: only those of tests are found sooner by what they are for. */
  private ofTests(principal: Principal): KeyStream {
    return this.ofKeys(principal, 'api_keys_environment', `key.environment = 'test'`);
  }

  private ofProduct(principal: Principal, product: string, also = '1 = 1'): KeyStream {
    return this.ofKeys(principal, 'api_keys_product', `key.productCode = :product AND ${also}`, { product });
  }

  private ofKind(principal: Principal, kind: KeyKind, also = '1 = 1'): KeyStream {
    return this.ofKeys(principal, 'api_keys_kind', `key.kind = :kind AND ${also}`, { kind });
  }

  /** A row of no kind is broken, and shown to who may read what it seems to be; a search knows nothing of it. */
  private ofNoKind(principal: Principal, q?: string, kind?: KeyKind): KeyStream[] {
    if (q !== undefined || kind !== undefined) return [];
    return [this.ofKeys(principal, 'api_keys_kind', kindIsUnknown)];
  }

  private matching(principal: Principal, typed: string, { kinds, ownerId }: Scope): KeyStream[] {
    // Never an empty list, which is no SQL.
    const within = ownerId === null ? [...kinds, ''] : keyKinds;
    const words = () =>
      this.words
        .of(principal)
        .query('word')
        .and('word.kind IN (:...within)', { within })
        .and(...wordsWithin(typed));
    return [
      keyStream(words, 'PRIMARY', 'word', 'keyId'),
      this.ofSecrets(principal, 'key_secrets_start', ...startsWithin(typed)),
      // The keys whose names have yet to be indexed.
      this.ofKeys(principal, 'api_keys_words_due', 'key.wordsDue = 1'),
    ];
  }

  private revoked(principal: Principal, scope: Scope): KeyStream[] {
    const kinds = scope.kinds.map((kind) =>
      this.ofKeys(principal, 'api_keys_live', 'key.kind = :kind AND key.revokedAt IS NOT NULL', { kind }),
    );
    return [...kinds, ...this.own(principal, scope), ...this.ofNoKind(principal)];
  }

  /** By the expiry of a secret; and of kinds with a maximum by its age, unless these are so few that all can be looked at. */
  private async expired(principal: Principal, scope: Scope, now: Date): Promise<KeyStream[]> {
    const policies = await this.policies.all(principal);
    const byAge = scope.kinds.map(async (kind) => {
      const { maxLifetimeDays } = policies[kind];
      if (maxLifetimeDays === null) return [];
      const live = this.live(principal, kind);
      if ((await live.some(null, tooManyToWalk)).length < tooManyToWalk) return [live];
      const issued = now.getTime() - maxLifetimeDays * dayMs;
      return [this.ofSecrets(principal, 'key_secrets_issue', 'secret.issuedAt <= :issued', { issued })];
    });
    return [
      this.ofSecrets(principal, 'key_secrets_expiry', 'secret.expiresAt <= :now', { now: now.getTime() }),
      this.ofSecrets(principal, 'key_secrets_seen_by', 'secret.seenBy <= :now', { now: now.getTime() }),
      ...(await Promise.all(byAge)).flat(),
      ...this.own(principal, scope),
    ];
  }

  private unexpired(principal: Principal, now: Date): KeyStream[] {
    return [
      this.ofSecrets(principal, 'key_secrets_expiry', 'secret.expiresAt IS NULL'),
      this.ofSecrets(principal, 'key_secrets_expiry', 'secret.expiresAt > :now', { now: now.getTime() }),
    ];
  }

  private async enabled(principal: Principal, scope: Scope): Promise<KeyStream[]> {
    const policies = await this.policies.all(principal);
    return this.liveOf(principal, scope, (kind) => policies[kind].enabled);
  }

  /** Of the company's own keys those that are disabled by themselves, or all; of others it depends on their product or owner, too. */
  private async disabled(principal: Principal, scope: Scope): Promise<KeyStream[]> {
    const policies = await this.policies.all(principal);
    const isCertain = (kind: KeyKind): boolean => kind === 'company' && policies[kind].enabled;
    const certain = scope.kinds.filter(isCertain).map((kind) => this.disabledOf(principal, kind));
    return [...certain, ...this.liveOf(principal, scope, (kind) => !isCertain(kind))];
  }

  private disabledOf(principal: Principal, kind: KeyKind): KeyStream {
    const condition = 'key.kind = :kind AND key.disabledAt IS NOT NULL';
    return this.ofKeys(principal, 'api_keys_disabled', condition, { kind });
  }

  private liveOf(
    principal: Principal,
    scope: Scope,
    isWanted: (kind: KeyKind) => boolean = () => true,
  ): KeyStream[] {
    const kinds = scope.kinds.filter(isWanted).map((kind) => this.live(principal, kind));
    return [...kinds, ...this.own(principal, scope)];
  }

  private live(principal: Principal, kind: KeyKind): KeyStream {
    return this.ofKeys(principal, 'api_keys_live', 'key.kind = :kind AND key.revokedAt IS NULL', { kind });
  }

  private ofKeys(principal: Principal, index: string, condition: string, parameters = {}): KeyStream {
    const rows = () => this.keys.of(principal).query('key').and(condition, parameters);
    return keyStream(rows, index, 'key', 'id');
  }

  private ofSecrets(principal: Principal, index: string, condition: string, parameters = {}): KeyStream {
    const rows = () => this.secrets.of(principal).query('secret').and(condition, parameters);
    return keyStream(rows, index, 'secret', 'keyId');
  }
}

interface Scope {
  /** All keys of these kinds. */
  readonly kinds: readonly KeyKind[];
  /** And the personal keys of this user. */
  readonly ownerId: string | null;
}

function scopeOf(principal: Principal, { kind }: KeyQuery): Scope {
  const { kinds, ownPersonal } = readableKeys(principal);
  const isWanted = (one: KeyKind): boolean => kind === undefined || kind === one;
  const isOwn = ownPersonal && isWanted('personal');
  return { kinds: kinds.filter(isWanted), ownerId: isOwn ? (principal.user?.id ?? null) : null };
}
