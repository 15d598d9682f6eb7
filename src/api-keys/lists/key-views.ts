import { Injectable } from '@nestjs/common';
import { type CompanyPermissions } from '../../../libs/permissions';
import { Limits, type Quota } from '../../limits';
import { Clock, shownTime } from '../../platform';
import { type Tx } from '../../platform/database';
import { type Principal } from '../../tenancy';
import { LastUsed, type LastUseOfKey, UsageByKey } from '../../usage';
import { type NamedUser, UserDirectory } from '../../users';
import { type KeyView } from '../api-keys.schema';
import { effectiveExpiry } from '../expiry';
import { KeyMakers, makerIn } from './key-makers';
import { LivePermissions } from './live-permissions';
import { environmentOf, factsOf, isMomentOrNone, isReadable, readable } from '../key-facts';
import { kindOf } from '../key-kind';
import { type FoundKeyRow, type KeyRow, type ShownKeyRow } from '../key-rows';
import { isExpiringSoon, type KeyStatus, statusOf } from '../key-status';

/** Shows keys, without their secrets. */
@Injectable()
export class KeyViews {
  constructor(
    private readonly users: UserDirectory,
    private readonly makers: KeyMakers,
    private readonly lastUsed: LastUsed,
    private readonly usage: UsageByKey,
    private readonly permissions: LivePermissions,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async one(principal: Principal, row: ShownKeyRow, tx?: Tx): Promise<KeyView> {
    const show = await this.presenterFor(principal, [row], tx);
    return show(row);
  }

  /** @returns what shows each of these rows, after everything about them was looked up at once. */
  async presenterFor(
    principal: Principal,
    rows: readonly ShownKeyRow[],
    tx?: Tx,
  ): Promise<(row: ShownKeyRow) => KeyView> {
    const ids = rows.map((row) => row.id);
    const people = await this.users.named(principal, peopleOf(rows), tx);
    const maker = await this.makers.among([...new Set(rows.map((row) => row.createdBy))], people, tx);
    const used = await this.lastUsed.of(principal, ids, tx);
    const permissions = await this.permissions.of(principal, rows, tx);
    const remaining = await this.limits.remaining(
      principal,
      rows.map((row) => ({ keyId: row.id, quota: readable(row.quota) })),
      tx,
    );
    const now = this.clock.now();
    const failing = await this.usage.failingAmong(principal, ids, now, tx);
    return (row) => viewOf(row, now, { people, maker, used, failing, permissions, remaining });
  }

  /**
   * A key that the principal has just made: nobody has used it, and it names only the principal, and its service account.
   * @param all what the keys of the company can hold.
   */
  async made(principal: Principal, row: ShownKeyRow, all: CompanyPermissions, tx: Tx): Promise<KeyView> {
    const { user } = principal;
    const people =
      row.kind === 'machine'
        ? await this.users.named(principal, peopleOf([row]), tx)
        : new Map(user === null ? [] : [[user.id, { ...user, active: true, machine: false }]]);
    const known = makerIn(principal);
    const maker = known === null ? await this.makers.among([row.createdBy], people, tx) : () => known;
    const permissions = await this.permissions.among(principal, [row], all, tx);
    const unused = { used: new Map(), failing: new Set<string>(), remaining: new Map() };
    const facts = { people, maker, permissions, ...unused };
    return viewOf(row, this.clock.now(), facts);
  }
}

/** What was looked up about some keys. */
interface LookedUpFacts {
  readonly people: ReadonlyMap<string, NamedUser>;
  readonly maker: (id: string) => KeyView['createdBy'];
  readonly used: ReadonlyMap<string, LastUseOfKey>;
  readonly failing: ReadonlySet<string>;
  readonly permissions: (row: ShownKeyRow) => KeyView['permissions'];
  readonly remaining: ReadonlyMap<string, number>;
}

function viewOf(row: ShownKeyRow, now: Date, facts: LookedUpFacts): KeyView {
  return {
    ...(isReadable(row) ? stateOf(row, now) : brokenStateOf(row, now)),
    superseded: isReadable(row) ? supersededOf(row, facts.used.get(row.id), now) : null,
    owner: ownerOf(row, facts.people),
    createdBy: facts.maker(row.createdBy),
    permissions: facts.permissions(row),
    ...lastUseOf(facts.used.get(row.id)),
    failing: facts.failing.has(row.id),
    quota: quotaOf(readable(row.quota), facts.remaining.get(row.id)),
  };
}

function peopleOf(rows: readonly FoundKeyRow[]): string[] {
  return [
    ...new Set(
      rows.flatMap((row) => (row.ownerId === null ? [row.createdBy] : [row.createdBy, row.ownerId])),
    ),
  ];
}

function ownerOf({ ownerId }: FoundKeyRow, people: ReadonlyMap<string, NamedUser>): KeyView['owner'] {
  const owner = ownerId === null ? undefined : people.get(ownerId);
  return owner ? { id: owner.id, username: owner.username } : null;
}

type LookedUp =
  'createdBy' | 'owner' | 'lastUsedAt' | 'lastUsed' | 'failing' | 'superseded' | 'permissions' | 'quota';

function lastUseOf(use: LastUseOfKey | undefined): Pick<KeyView, 'lastUsedAt' | 'lastUsed'> {
  const at = toText(timeOrNone(use?.at ?? null));
  if (use === undefined || at === null) return { lastUsedAt: null, lastUsed: null };
  const { address, userAgent, route } = use;
  return { lastUsedAt: at, lastUsed: { at, address, userAgent, route } };
}

function quotaOf(quota: Quota | null, remaining: number | undefined): KeyView['quota'] {
  return quota && { ...quota, remaining: remaining ?? quota.limit };
}

/** The status that a list shows. Revoking ends a broken key as well as any. */
export function statusOfRow(row: FoundKeyRow, now: Date): KeyStatus {
  if (isReadable(row)) return statusOf(factsOf(row), now);
  if (row.company?.status === 'suspended') return 'suspended';
  return timeOrNone(row.revokedAt) === null ? 'broken' : 'revoked';
}

/** What can still be said of a key that cannot be read. */
function brokenStateOf(row: ShownKeyRow, now: Date): Omit<KeyView, LookedUp> {
  const { secret } = row;
  const createdAt = shownTime(row.createdAt, row.id);
  return {
    id: row.id,
    kind: kindOf(row),
    environment: environmentOf(row),
    name: row.name,
    description: row.description,
    metadata: readable(row.metadata),
    status: statusOfRow(row, now),
    expiringSoon: false,
    start: secret?.start ?? null,
    seenBy: toText(timeOrNone(secret?.seenBy ?? null)),
    last4: secret?.last4 ?? '',
    product: row.productCode,
    createdAt,
    issuedAt: secret === null ? createdAt : shownTime(secret.issuedAt, secret.id),
    expiresAt: toText(timeOrNone(secret?.expiresAt ?? null)),
    allowedAddresses: readable(row.allowedAddresses) ?? [],
    rateLimits: readable(row.rateLimits) ?? [],
    recoverable: false,
    disabledAt: toText(timeOrNone(row.disabledAt)),
    revokedAt: toText(timeOrNone(row.revokedAt)),
    revokedReason: row.revokedReason,
    deletedAt: toText(timeOrNone(row.deletedAt)),
  };
}

function stateOf(row: KeyRow & ShownKeyRow, now: Date): Omit<KeyView, LookedUp> {
  const facts = factsOf(row);
  return {
    id: row.id,
    kind: row.kind,
    environment: row.environment,
    name: row.name,
    description: row.description,
    metadata: readable(row.metadata),
    status: statusOf(facts, now),
    expiringSoon: isExpiringSoon(facts, now),
    start: row.secret.start,
    seenBy: toText(row.secret.seenBy),
    last4: row.secret.last4,
    product: row.productCode,
    createdAt: row.createdAt.toISOString(),
    issuedAt: row.secret.issuedAt.toISOString(),
    expiresAt: toText(facts.expiresAt),
    allowedAddresses: row.allowedAddresses ?? [],
    rateLimits: row.rateLimits ?? [],
    recoverable: isRecoverable(row),
    disabledAt: toText(row.disabledAt),
    revokedAt: toText(row.revokedAt),
    revokedReason: row.revokedReason,
    deletedAt: toText(row.deletedAt),
  };
}

/** The secret before the newest, if it still works: it ends with its overlap, its own expiry, or the key. */
function supersededOf(
  { superseded, policy, revokedAt }: KeyRow & ShownKeyRow,
  use: LastUseOfKey | undefined,
  now: Date,
): KeyView['superseded'] {
  if (superseded === null || superseded.endsAt === null || revokedAt !== null) return null;
  const { supersededAt, issuedAt, expiresAt } = superseded;
  // The door refuses what it cannot read.
  if (supersededAt === null || ![supersededAt, issuedAt, expiresAt, superseded.seenBy].every(isMomentOrNone))
    return null;
  const { start, last4, endsAt: overlapEnd } = superseded;
  const expiry = effectiveExpiry(superseded, policy.maxLifetimeDays);
  const endsAt = expiry !== null && expiry < overlapEnd ? expiry : overlapEnd;
  if (endsAt <= now) return null;
  const usedAt = timeOrNone(use?.supersededAt ?? null);
  // An earlier one is of a secret before.
  const lastUsedAt = usedAt !== null && usedAt >= supersededAt ? toText(usedAt) : null;
  return { start, last4, endsAt: endsAt.toISOString(), lastUsedAt };
}

/** Whether the key can be shown again: it was sealed for that, the policy still allows it, and nobody revoked it. */
export function isRecoverable(row: KeyRow): boolean {
  return row.secret.wrappedKey !== null && row.policy.visibility === 'recoverable' && row.revokedAt === null;
}

function toText(time: Date | null): string | null {
  return time === null ? null : time.toISOString();
}

function timeOrNone(time: Date | null): Date | null {
  return time !== null && isMomentOrNone(time) ? time : null;
}
