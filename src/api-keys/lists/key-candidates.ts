import { Injectable } from '@nestjs/common';
import { type KeyKind, keyKinds } from '../../../libs/permissions';
import { dayMs } from '../../platform';
import { KeyPolicies } from '../../settings';
import { type Principal } from '../../tenancy';
import { failingSince } from '../../usage';
import { type KeyQuery } from '../key-query.schema';
import { readableKeys } from '../key-rights';
import { type KeyOrder } from './key-orders';
import { type Candidates } from './key-scan';
import { type KeyStream } from './key-stream';
import { KeyStreams, type Scope } from './key-streams';

const tooManyToWalk = 1_000;
const shown = 'key.deletedAt IS NULL';

/** Says for each list which indexes lead to its keys. What they lead to may be more, and never less. */
@Injectable()
export class KeyCandidates {
  constructor(
    private readonly streams: KeyStreams,
    private readonly policies: KeyPolicies,
  ) {}

  async of(principal: Principal, query: KeyQuery, order: KeyOrder, now: Date): Promise<Candidates> {
    const scope = scopeOf(principal, query, order);
    const made = await this.asMade(query, scope, now);
    if (order.walk === null) return made;
    // Of fewer kinds or one product there may be so few that they can be sorted when they are read.
    const isWhole = scope.kinds.length === keyKinds.length && query.product === undefined;
    return {
      walk: [order.walk],
      narrow: isWhole ? made.narrow : [...made.narrow, made.walk],
      usual: made.usual && isWhole,
    };
  }

  /** In the order in which keys were made. */
  private async asMade(query: KeyQuery, scope: Scope, now: Date): Promise<Candidates> {
    const { walk, narrow, usual } = await this.byStatus(query, scope, now);
    const ofPeople = this.ofPeople(query, scope);
    const matching = query.q === undefined ? [] : [this.streams.matching(scope, query.q)];
    const ofTests = query.environment === 'test' ? [[this.streams.ofTests(scope)]] : [];
    const others = [...ofPeople, ...matching, ...ofTests, ...(await this.byTime(query, scope, now))];
    return {
      // The indexes of people are in the order of the list, too, and lead to nobody else's keys.
      walk: ofPeople[0] ?? walk,
      narrow: [...others, ...narrow, ...this.unsorted(query, scope)],
      usual: usual && others.length === 0 && query.makerLeft === undefined,
    };
  }

  private ofPeople({ owner, createdBy }: KeyQuery, scope: Scope): KeyStream[][] {
    const ownerId = owner ?? (scope.kinds.length === 0 ? scope.ownerId : null);
    return [
      ...(ownerId === null ? [] : [[this.streams.ofOwner(scope, ownerId)]]),
      ...(createdBy === undefined ? [] : [[this.streams.ofMaker(scope, createdBy)]]),
    ];
  }

  private async byTime(
    { unusedDays, expiresWithinDays, failing }: KeyQuery,
    scope: Scope,
    now: Date,
  ): Promise<KeyStream[][]> {
    const before = (days: number): Date => new Date(now.getTime() - days * dayMs);
    return [
      ...(failing === true ? [[this.streams.failing(scope, failingSince(now))]] : []),
      ...(unusedDays === undefined ? [] : [this.streams.unusedSince(scope, before(unusedDays))]),
      ...(expiresWithinDays === undefined
        ? []
        : [await this.expiring(scope, now, before(-expiresWithinDays))]),
    ];
  }

  private async byStatus(query: KeyQuery, scope: Scope, now: Date): Promise<Candidates> {
    const walk = this.walk(query, scope);
    switch (query.status) {
      case 'revoked':
        return { walk, narrow: [this.revoked(scope)], usual: false };
      case 'expired':
        return { walk, narrow: [await this.expired(scope, now)], usual: false };
      case 'active':
        return { walk: await this.enabled(scope), narrow: [this.unexpired(scope, now)], usual: true };
      case 'disabled':
        return { walk: this.liveOf(scope), narrow: [await this.disabled(scope)], usual: false };
      case 'suspended':
      case 'broken':
      case undefined:
        return { walk, narrow: [], usual: true };
    }
  }

  /** In the order of the list; with deleted keys only the index of all keys has that. */
  private walk({ product, deleted, q, kind }: KeyQuery, scope: Scope): KeyStream[] {
    if (deleted) return [this.streams.ofKeys(scope, 'api_keys_company_id', '1 = 1')];
    if (product !== undefined) return [this.streams.ofProduct(scope, product, shown)];
    if (scope.kinds.length === keyKinds.length) return [this.streams.ofKeys(scope, 'api_keys_listed', shown)];
    const kinds = scope.kinds.map((one) => this.streams.ofKind(scope, one, shown));
    return [...kinds, ...this.streams.own(scope), ...this.streams.ofNoKind(scope, q, kind)];
  }

  /** The same keys with the deleted ones by kind or product, for which no index has the order of the list. */
  private unsorted({ product, deleted, q, kind }: KeyQuery, scope: Scope): KeyStream[][] {
    if (!deleted) return [];
    if (product !== undefined) return [[this.streams.ofProduct(scope, product)]];
    if (scope.kinds.length === keyKinds.length) return [];
    const kinds = scope.kinds.map((one) => this.streams.ofKind(scope, one));
    return [[...kinds, ...this.streams.own(scope), ...this.streams.ofNoKind(scope, q, kind)]];
  }

  private revoked(scope: Scope): KeyStream[] {
    const kinds = scope.kinds.map((kind) =>
      this.streams.ofKeys(scope, 'api_keys_live', 'key.kind = :kind AND key.revokedAt IS NOT NULL', { kind }),
    );
    return [...kinds, ...this.streams.own(scope), ...this.streams.ofNoKind(scope)];
  }

  /** By the expiry of a secret; and of kinds with a maximum by its age, unless these are so few that all can be looked at. */
  private async expired(scope: Scope, now: Date): Promise<KeyStream[]> {
    const policies = await this.policies.all(scope.principal);
    const byAge = scope.kinds.map(async (kind) => {
      const { maxLifetimeDays } = policies[kind];
      if (maxLifetimeDays === null) return [];
      const live = this.live(scope, kind);
      if ((await live.some(null, tooManyToWalk)).length < tooManyToWalk) return [live];
      const issued = now.getTime() - maxLifetimeDays * dayMs;
      return [this.streams.ofSecrets(scope, 'key_secrets_issue', 'secret.issuedAt <= :issued', { issued })];
    });
    const parameters = { now: now.getTime() };
    return [
      this.streams.ofSecrets(scope, 'key_secrets_expiry', 'secret.expiresAt <= :now', parameters),
      this.streams.ofSecrets(scope, 'key_secrets_seen_by', 'secret.seenBy <= :now', parameters),
      ...(await Promise.all(byAge)).flat(),
      ...this.streams.own(scope),
    ];
  }

  /** The same of those that expire from now until then. */
  private async expiring({ principal, ...scope }: Scope, now: Date, until: Date): Promise<KeyStream[]> {
    const policies = await this.policies.all(principal);
    const between = (index: string, time: string, lessDays: number): KeyStream =>
      this.streams.ofSecrets({ principal, ...scope }, index, `${time} > :from AND ${time} <= :until`, {
        from: now.getTime() - lessDays * dayMs,
        until: until.getTime() - lessDays * dayMs,
      });
    const maxima = new Set(keyKinds.flatMap((kind) => policies[kind].maxLifetimeDays ?? []));
    return [
      between('key_secrets_expiry', 'secret.expiresAt', 0),
      between('key_secrets_seen_by', 'secret.seenBy', 0),
      ...[...maxima].map((days) => between('key_secrets_issue', 'secret.issuedAt', days)),
    ];
  }

  private unexpired(scope: Scope, now: Date): KeyStream[] {
    const parameters = { now: now.getTime() };
    return [
      this.streams.ofSecrets(scope, 'key_secrets_expiry', 'secret.expiresAt IS NULL'),
      this.streams.ofSecrets(scope, 'key_secrets_expiry', 'secret.expiresAt > :now', parameters),
    ];
  }

  private async enabled(scope: Scope): Promise<KeyStream[]> {
    const policies = await this.policies.all(scope.principal);
    return this.liveOf(scope, (kind) => policies[kind].enabled);
  }

  /** Of the company's own keys those that are disabled by themselves, or all; of others it depends on their product or owner, too. */
  private async disabled(scope: Scope): Promise<KeyStream[]> {
    const policies = await this.policies.all(scope.principal);
    const isCertain = (kind: KeyKind): boolean => kind === 'company' && policies[kind].enabled;
    const certain = scope.kinds.filter(isCertain).map((kind) => this.disabledOf(scope, kind));
    return [...certain, ...this.liveOf(scope, (kind) => !isCertain(kind))];
  }

  private disabledOf(scope: Scope, kind: KeyKind): KeyStream {
    const condition = 'key.kind = :kind AND key.disabledAt IS NOT NULL';
    return this.streams.ofKeys(scope, 'api_keys_disabled', condition, { kind });
  }

  private liveOf(scope: Scope, isWanted: (kind: KeyKind) => boolean = () => true): KeyStream[] {
    const kinds = scope.kinds.filter(isWanted).map((kind) => this.live(scope, kind));
    return [...kinds, ...this.streams.own(scope)];
  }

  private live(scope: Scope, kind: KeyKind): KeyStream {
    const condition = 'key.kind = :kind AND key.revokedAt IS NULL';
    return this.streams.ofKeys(scope, 'api_keys_live', condition, { kind });
  }
}

function scopeOf(principal: Principal, { kind }: KeyQuery, order: KeyOrder): Scope {
  const { kinds, ownPersonal } = readableKeys(principal);
  const isWanted = (one: KeyKind): boolean => kind === undefined || kind === one;
  const isOwn = ownPersonal && isWanted('personal');
  const ownerId = isOwn ? (principal.user?.id ?? null) : null;
  // A list by a value is read in its own order; what leads to its keys besides is sorted.
  const falling = order.walk !== null || order.falling;
  return { principal, kinds: kinds.filter(isWanted), ownerId, falling };
}
