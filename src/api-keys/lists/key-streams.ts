import { Injectable } from '@nestjs/common';
import { type KeyKind, keyKinds } from '../../../libs/permissions';
import { dayMs } from '../../platform';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { KeyUsageEntity, KeyUsageHourEntity } from '../../usage';
import { ApiKeyEntity } from '../api-key.entity';
import { kindIsUnknown } from '../key-kind';
import { KeySecretEntity } from '../key-secret.entity';
import { startsWithin } from './key-search';
import { type KeyStream, keyStream } from './key-stream';
import { KeyWordEntity } from './key-word.entity';
import { wordsWithin } from './search-conditions';

/** The keys that a list may show. */
export interface Scope {
  readonly principal: Principal;
  /** All keys of these kinds. */
  readonly kinds: readonly KeyKind[];
  /** And the personal keys of this user. */
  readonly ownerId: string | null;
  /** Whether the newest come first. */
  readonly falling: boolean;
}

/** The indexes that lead to keys. What they lead to may be more than their name says, and never less. */
@Injectable()
export class KeyStreams {
  constructor(
    @InjectScoped(ApiKeyEntity) private readonly keys: ScopedRepository<ApiKeyEntity>,
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
    @InjectScoped(KeyWordEntity) private readonly words: ScopedRepository<KeyWordEntity>,
    @InjectScoped(KeyUsageEntity) private readonly usage: ScopedRepository<KeyUsageEntity>,
    @InjectScoped(KeyUsageHourEntity) private readonly hours: ScopedRepository<KeyUsageHourEntity>,
  ) {}

  ofKeys({ principal, falling }: Scope, index: string, condition: string, parameters = {}): KeyStream {
    const rows = () => this.keys.of(principal).query('key').and(condition, parameters);
    return keyStream(rows, { index, alias: 'key', property: 'id', falling });
  }

  ofSecrets({ principal, falling }: Scope, index: string, condition: string, parameters = {}): KeyStream {
    const rows = () => this.secrets.of(principal).query('secret').and(condition, parameters);
    return keyStream(rows, { index, alias: 'secret', property: 'keyId', falling });
  }

  own(scope: Scope): KeyStream[] {
    return scope.ownerId === null ? [] : [this.ofOwner(scope, scope.ownerId)];
  }

  ofOwner(scope: Scope, ownerId: string): KeyStream {
    return this.ofKeys(scope, 'api_keys_owner_index', 'key.ownerId = :ownerId', { ownerId });
  }

  ofMaker(scope: Scope, maker: string): KeyStream {
    return this.ofKeys(scope, 'api_keys_by_maker', 'key.createdBy = :maker', { maker });
  }

  /** Most keys are live: only those of tests are found sooner by what they are for. */
  ofTests(scope: Scope): KeyStream {
    return this.ofKeys(scope, 'api_keys_environment', `key.environment = 'test'`);
  }

  ofProduct(scope: Scope, product: string, also = '1 = 1'): KeyStream {
    return this.ofKeys(scope, 'api_keys_product', `key.productCode = :product AND ${also}`, { product });
  }

  ofKind(scope: Scope, kind: KeyKind, also = '1 = 1'): KeyStream {
    return this.ofKeys(scope, 'api_keys_kind', `key.kind = :kind AND ${also}`, { kind });
  }

  /** A row of no kind is broken, and shown to who may read what it seems to be; a search knows nothing of it. */
  ofNoKind(scope: Scope, q?: string, kind?: KeyKind): KeyStream[] {
    if (q !== undefined || kind !== undefined) return [];
    return [this.ofKeys(scope, 'api_keys_kind', kindIsUnknown)];
  }

  matching(scope: Scope, typed: string): KeyStream[] {
    const { principal, kinds, ownerId, falling } = scope;
    // Never an empty list, which is no SQL.
    const within = ownerId === null ? [...kinds, ''] : keyKinds;
    const words = () =>
      this.words
        .of(principal)
        .query('word')
        .and('word.kind IN (:...within)', { within })
        .and(...wordsWithin(typed));
    return [
      keyStream(words, { index: 'PRIMARY', alias: 'word', property: 'keyId', falling }),
      this.ofSecrets(scope, 'key_secrets_start', ...startsWithin(typed)),
      // The keys whose names have yet to be indexed.
      this.ofKeys(scope, 'api_keys_words_due', 'key.wordsDue = 1'),
    ];
  }

  /** Keys that were refused in this hour or a later one. */
  failing({ principal, falling }: Scope, since: number): KeyStream {
    const rows = () => this.hours.of(principal).query('hour').and('hour.failingHour >= :since', { since });
    return keyStream(rows, { index: 'key_usage_hours_failing', alias: 'hour', property: 'keyId', falling });
  }

  /** Keys last used until then, and those that are as old: they may never have been used. */
  unusedSince({ principal, falling, ...scope }: Scope, until: Date): KeyStream[] {
    const used = () =>
      this.usage.of(principal).query('usage').and('usage.lastUsedAt <= :until', { until: until.getTime() });
    const old = { madeUntil: lastIdOf(until) };
    return [
      keyStream(used, { index: 'key_usage_listed', alias: 'usage', property: 'keyId', falling }),
      this.ofKeys({ ...scope, principal, falling }, 'api_keys_company_id', 'key.id <= :madeUntil', old),
    ];
  }
}

/** No key that was made until then has a greater id. A day more, for a clock that went back. */
function lastIdOf(moment: Date): string {
  const time = Math.max(moment.getTime() + dayMs, 0)
    .toString(16)
    .padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-ffff-ffff-ffffffffffff`;
}
