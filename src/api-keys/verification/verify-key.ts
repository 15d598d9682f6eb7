import { Injectable } from '@nestjs/common';
import { fingerprintOf, trimPasted } from '../../../libs/api-key';
import { type LimitOutcome, Limits } from '../../limits';
import { FirstUses } from '../imports/first-uses';
import { Clock, DeadlineExceeded, within } from '../../platform';
import { type LookupResult, type CacheEntry } from '../../platform/cache';
import { RecentRefusals, UsageBuffer } from '../../usage';
import { KeyCache } from './key-cache';
import { type Holder } from './holder';
import { KeyLookup } from './key-lookup';
import { type KeyRecord } from './key-record';
import { type Question, steps } from './steps';
import { type KnownDenial, type Verdict } from './verdict';
import { type Path, VerdictCounts } from './verdict-counts';

// Nobody waits longer than a second for a verdict, whatever the database does.
const maxWaitMs = 900;

/** What a presented key is checked for. */
export interface Asked extends Pick<Question, 'username' | 'address' | 'environments' | 'required'> {
  readonly userAgent: string | null;
  /** The method and the pattern of the path it is used on; null where another service asks about it. */
  readonly route: string | null;
  /** For the figures of the server. */
  readonly path: Path;
  /** Of the request that asks. */
  readonly requestId: string | null;
  /** How much this use counts against limits and quota; 0 only looks: it spends nothing, does not count as a use, and is not denied by a limit. */
  readonly cost: number;
  /** Whether the caller may know of this key at all. If not, the key is not found, and nothing is spent. */
  readonly isVisibleTo?: (key: KeyRecord) => boolean;
}

/** One verification: the text that was presented, its name in the cache, and the caller's deadline. */
interface Case {
  readonly name: string;
  readonly look: () => Promise<LookupResult<Holder>>;
  readonly asked: Asked;
  readonly tooLateMs: number;
}

/** The one engine that decides about keys, on every path. */
@Injectable()
export class VerifyKey {
  constructor(
    private readonly keys: KeyCache,
    private readonly lookup: KeyLookup,
    private readonly limits: Limits,
    private readonly usage: UsageBuffer,
    private readonly refusals: RecentRefusals,
    private readonly firstUses: FirstUses,
    private readonly counts: VerdictCounts,
    private readonly clock: Clock,
  ) {}

  /**
   * Decides about a presented key, at once where it is cached and nothing has to be fetched. It spends limits
   * only on a key that is good in every other way.
   * @param text as it was pasted or sent, with any blanks or quotes around it.
   * @throws when the database does not answer in time: never "valid" or "unknown key" because the database is away.
   */
  verify(text: string, asked: Asked): Verdict | Promise<Verdict> {
    const key = trimPasted(text);
    if (!this.lookup.hasLengthOfKey(key)) return this.unknown(asked);
    // The cache first: what it holds has passed the checksum.
    const verdict = this.decide(
      fingerprintOf(key),
      () => this.lookup.bySecret(key),
      asked,
      () => this.lookup.mayBeKey(key),
    );
    if (verdict instanceof Promise) return verdict.then((known) => this.noted(known, key, asked));
    return this.noted(verdict, key, asked);
  }

  /** Decides about a key that a session was opened with. */
  verifyAgain(keyId: string, secretId: string, asked: Asked): Verdict | Promise<Verdict> {
    return this.decide(
      secretId,
      () => this.lookup.byId(keyId, secretId),
      asked,
      () => true,
    );
  }

  /** Whether a text, as it was pasted, has the form and the checksum of a key that was made here. */
  isKeyShaped(text: string): boolean {
    return this.lookup.isKeyShaped(trimPasted(text));
  }

  private decide(
    name: string,
    look: () => Promise<LookupResult<Holder>>,
    asked: Asked,
    isWorthLooking: () => boolean,
  ): Verdict | Promise<Verdict> {
    const now = this.clock.now();
    const found = this.keys.peek(name, now.getTime());
    if (found === null && !isWorthLooking()) return this.unknown(asked);
    const one = { name, look, asked, tooLateMs: this.clock.monotonicMs() + maxWaitMs };
    const first = found === null ? null : this.judge(found, one, now);
    if (first !== null && !(first instanceof Promise)) return this.counted(first, asked, now);
    const inTime = within(this.decideInTime(one, first), maxWaitMs);
    return inTime.then((verdict) => this.counted(verdict, asked, now));
  }

  /** Decides again if something changed while it waited. */
  private async decideInTime(one: Case, first: Promise<Verdict | null> | null): Promise<Verdict> {
    let verdict = await first;
    while (verdict === null) {
      if (this.isTooLate(one)) throw new DeadlineExceeded('A verdict', maxWaitMs);
      const now = this.clock.now();
      const found = await this.keys.fetch(one.name, now.getTime(), one.look);
      verdict = await this.judge(found, one, now);
    }
    return verdict;
  }

  /** @returns null when the key changed while the limits were awaited. */
  private judge(found: CacheEntry<Holder>, one: Case, now: Date): Verdict | Promise<Verdict | null> {
    const { key, service } = found.value;
    if (key === null) return { ...unknown, service };
    const { username, address, environments, required, cost, isVisibleTo } = one.asked;
    if (isVisibleTo?.(key) === false) return unknown;
    const denial = firstDenial({ key, now, username, address, environments, required });
    if (denial !== null) return { code: denial, key, limits: null };
    const outcome = this.limits.consume(key.limited, cost);
    if (!(outcome instanceof Promise)) return toVerdict(key, outcome);
    return outcome.then((limits) => this.afterWaiting(found, key, one, limits));
  }

  private afterWaiting(
    found: CacheEntry<Holder>,
    key: KeyRecord,
    one: Case,
    limits: LimitOutcome,
  ): Verdict | null {
    if (this.keys.isCurrent(found) && !this.isTooLate(one)) return toVerdict(key, limits);
    // The key may have been revoked in the meantime, or the deadline is over. The use is refunded, and checked again if there is time.
    if (limits.ok) this.limits.refund(key.limited, one.asked.cost);
    return null;
  }

  private isTooLate({ tooLateMs }: Case): boolean {
    return this.clock.monotonicMs() >= tooLateMs;
  }

  /** Of a text that cannot be a key. */
  private unknown({ path }: Asked): Verdict {
    this.counts.note(path, 'NOT_FOUND');
    return unknown;
  }

  private noted(verdict: Verdict, text: string, { cost }: Asked): Verdict {
    if (verdict.code === 'VALID' && verdict.key.foreign && cost > 0) this.firstUses.note(verdict.key, text);
    return verdict;
  }

  private counted(verdict: Verdict, asked: Asked, at: Date): Verdict {
    const { address, userAgent, route, requestId, cost, path } = asked;
    // The keys of services are told apart from those of companies only later.
    if (!isOfService(verdict)) this.counts.note(path, verdict.code);
    if (verdict.code === 'NOT_FOUND' || cost === 0) return verdict;
    const { limited, facts } = verdict.key;
    const { companyId, keyId } = limited;
    const superseded = facts.endsAt !== null;
    this.usage.record({ companyId, keyId, outcome: verdict.code, superseded, at, address, userAgent, route });
    if (verdict.code !== 'VALID')
      this.refusals.note(companyId, { keyId, reason: verdict.code, at, address, route, requestId });
    return verdict;
  }
}

const unknown = { code: 'NOT_FOUND', key: null, limits: null, service: null } as const satisfies Verdict;

/** The decision about a known key, limits aside: the first step that denies, or null. */
export function firstDenial(question: Question): KnownDenial | null {
  for (const step of steps) {
    const denial = step(question);
    if (denial !== null) return denial;
  }
  return null;
}

function isOfService(verdict: Verdict): boolean {
  return verdict.code === 'NOT_FOUND' && verdict.service !== null && verdict.service !== 'revoked';
}

function toVerdict(key: KeyRecord, limits: LimitOutcome): Verdict {
  return limits.ok ? { code: 'VALID', key, limits } : { code: limits.reason, key, limits };
}
