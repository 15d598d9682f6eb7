import { hourMs } from '../platform';
import { addCounts, type Counts, noCounts, type Outcome } from './outcomes';

/** One verdict on a known key. */
export interface Use extends Visit {
  readonly companyId: string;
  readonly keyId: string;
  readonly outcome: Outcome;
  /** Whether it was the secret before the newest. */
  readonly superseded: boolean;
  /** A time, or its milliseconds since 1970. */
  readonly at: Date | number;
}

/** From where, with what and for what. */
export interface Visit {
  readonly address: string | null;
  readonly userAgent: string | null;
  /** The method and the pattern of the path, for example `GET /api/v1/keys/:id`. */
  readonly route: string | null;
}

/** What waits to be written of one key. It is changed in place, for every request comes by here. */
export interface WaitingKey {
  readonly companyId: string;
  readonly keyId: string;
  /** In the order they came. One hour, unless a new one has just begun or the database is away. */
  readonly hours: HourCounts[];
  /** When it was last good, or null for not since that was written; from where, with what and for what. */
  lastUsedMs: number | null;
  /** When its superseded secret was last good, or null for not since that was written. */
  supersededUsedMs: number | null;
  address: string | null;
  userAgent: string | null;
  route: string | null;
  /** Whether its last use was what was written last, so that now it is the turn of its counts. */
  countsAreNext: boolean;
}

export interface HourCounts {
  /** When the hour began. */
  readonly hour: number;
  readonly counts: Counts;
}

/** What keys did since it was last written: one counter for each key and hour, whatever the traffic. */
export class WaitingUses {
  private keys = new Map<string, WaitingKey>();
  private counters = 0;

  /** @param maxCounters how many are held; those that were taken count until they are dropped. */
  constructor(private readonly maxCounters: number) {}

  /** Counters of hours that are not written yet. */
  get size(): number {
    return this.counters;
  }

  get isEmpty(): boolean {
    return this.keys.size === 0;
  }

  /** @returns false when there was no room; then nothing of it is noted. */
  note(use: Use): boolean {
    const atMs = typeof use.at === 'number' ? use.at : use.at.getTime();
    const hour = atMs - (atMs % hourMs);
    const key = this.keys.get(use.keyId) ?? newKey(use);
    const counts = countsOf(key, hour) ?? this.begin(key, hour);
    if (counts === null) return false;
    counts[use.outcome] += 1;
    if (use.outcome === 'VALID') {
      if (atMs >= (key.lastUsedMs ?? 0)) setLastUse(key, atMs, use);
      if (use.superseded) key.supersededUsedMs = laterOf(key.supersededUsedMs, atMs);
    }
    return true;
  }

  /** Takes out all keys. What is left of one, once some of it is written, comes back by `putBack`. */
  takeAll(): WaitingKey[] {
    const taken = [...this.keys.values()];
    this.keys = new Map();
    return taken;
  }

  /** Takes back what is left of a key. What came meanwhile is added to it; of two last uses the later counts. */
  putBack(key: WaitingKey): void {
    const newer = this.keys.get(key.keyId);
    this.keys.set(key.keyId, key);
    if (newer === undefined) return;
    for (const { hour, counts } of newer.hours) {
      const same = key.hours.find((each) => each.hour === hour);
      if (same === undefined) key.hours.push({ hour, counts });
      else this.merge(same.counts, counts);
    }
    const { lastUsedMs, supersededUsedMs } = newer;
    key.supersededUsedMs = laterOf(key.supersededUsedMs, supersededUsedMs);
    if (lastUsedMs !== null && lastUsedMs >= (key.lastUsedMs ?? 0)) setLastUse(key, lastUsedMs, newer);
  }

  /** Removes the first hour of a key that was taken. @returns it. */
  dropHour(key: WaitingKey): HourCounts | undefined {
    const dropped = key.hours.shift();
    if (dropped !== undefined) this.counters -= 1;
    return dropped;
  }

  private begin(key: WaitingKey, hour: number): Counts | null {
    if (this.counters >= this.maxCounters) return null;
    this.counters += 1;
    const counts = noCounts();
    key.hours.push({ hour, counts });
    this.keys.set(key.keyId, key);
    return counts;
  }

  private merge(into: Counts, counts: Counts): void {
    addCounts(into, counts);
    this.counters -= 1;
  }
}

/** The newest hour stands last, and is nearly always the one. */
function countsOf({ hours }: WaitingKey, hour: number): Counts | null {
  const last = hours.at(-1);
  if (last?.hour === hour) return last.counts;
  return hours.find((each) => each.hour === hour)?.counts ?? null;
}

function laterOf(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

function setLastUse(key: WaitingKey, atMs: number, { address, userAgent, route }: Visit): void {
  key.lastUsedMs = atMs;
  key.address = address;
  key.userAgent = userAgent;
  key.route = route;
}

function newKey({ companyId, keyId }: Use): WaitingKey {
  const times = { lastUsedMs: null, supersededUsedMs: null };
  const lastUse = { ...times, address: null, userAgent: null, route: null };
  return { companyId, keyId, hours: [], ...lastUse, countsAreNext: false };
}
