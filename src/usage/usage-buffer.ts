import { Injectable } from '@nestjs/common';
import { type Counter } from 'prom-client';
import { Background, Metrics, secondMs } from '../platform';
import { isForeignKeyViolation, UnitOfWork } from '../platform/database';
import { outcomes } from './outcomes';
import { type Use, type WaitingKey, WaitingUses } from './waiting-uses';
import { type HourOfKey, type LastUse, writeUsage } from './write-usage';
import { WrittenUses } from './written-uses';

const flushEveryMs = 2 * secondMs;
const maxCounters = 100_000;
/** As many as SQLite writes in a few milliseconds, for meanwhile nobody else writes. */
const keysPerUnit = 500;

/**
 * Notes the outcomes of key uses in memory and writes them every two seconds, so that no request waits for it. A flush writes one
 * row for a key, whatever its traffic: its last use, or its counts of an hour. What is left of it is written by the next.
 */
@Injectable()
export class UsageBuffer {
  private readonly waiting = new WaitingUses(maxCounters);
  private readonly written = new WrittenUses(maxCounters);
  private readonly lost: Counter;
  private flushing: Promise<unknown> = Promise.resolve();
  private inHand = 0;

  constructor(
    private readonly units: UnitOfWork,
    background: Background,
    metrics: Metrics,
  ) {
    this.lost = metrics.counter('kunci_usage_lost_total', 'Uses of keys that were not counted.');
    const help = 'Counters of keys that wait to be written.';
    metrics.gauge('kunci_usage_waiting_counters', help, () => this.waiting.size);
    background.every(flushEveryMs, () => this.flush(), 'the use of keys could not be written yet');
    background.onShutdown(() => this.drain());
  }

  /** Notes one verdict on a known key. Where the database was away for so long that there is no room, it is lost and counted so. */
  record(use: Use): void {
    if (!this.waiting.note(use)) this.lost.inc();
  }

  /** Writes one row of each key that waits. Throws what the database throws; then what is not written is still waiting. */
  flush(): Promise<void> {
    // One after the other: of two at once each could write a row of the same key.
    const flush = this.flushing.then(() => this.writeAll()).finally(() => (this.inHand = 0));
    this.flushing = Promise.allSettled([flush]);
    return flush;
  }

  /** Writes everything that waits, also what another flush has in hand. */
  async drain(): Promise<void> {
    do await this.flush();
    while (this.inHand > 0 || !this.waiting.isEmpty);
  }

  private async writeAll(): Promise<void> {
    const keys = this.waiting.takeAll();
    this.inHand = keys.length;
    const parts = inParts(keys);
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      try {
        await this.write(part);
      } catch (error) {
        if (isForeignKeyViolation(error)) parts.push(...this.halves(part));
        else return this.giveUp([...parts, part].flat(), error);
      }
    }
  }

  private giveUp(keys: readonly WaitingKey[], error: unknown): never {
    for (const key of keys) this.waiting.putBack(key);
    throw error;
  }

  private async write(keys: readonly WaitingKey[]): Promise<void> {
    const lastUses = keys.flatMap((key) => this.lastUseNowDue(key) ?? []);
    const used = new Set(lastUses.map(({ keyId }) => keyId));
    const hours = keys.filter(({ keyId }) => !used.has(keyId)).flatMap((key) => hourOf(key) ?? []);
    await this.units.run((tx) => writeUsage(tx, lastUses, hours));
    for (const use of lastUses) this.written.note(use);
    for (const key of keys) this.settle(key, used.has(key.keyId));
  }

  /** A key that somebody took out of the database by hand is found and dropped, because otherwise no other could be written. */
  private halves(keys: readonly WaitingKey[]): (readonly WaitingKey[])[] {
    const half = Math.floor(keys.length / 2);
    if (half > 0) return [keys.slice(0, half), keys.slice(half)];
    for (const key of keys) this.lose(key);
    return [];
  }

  private lose(key: WaitingKey): void {
    for (let hour = this.waiting.dropHour(key); hour; hour = this.waiting.dropHour(key)) {
      const { counts } = hour;
      this.lost.inc(outcomes.reduce((sum, outcome) => sum + counts[outcome], 0));
    }
  }

  /** Its last use, unless it is the turn of its counts, or the row says as much. */
  private lastUseNowDue(key: WaitingKey): LastUse | null {
    if (key.countsAreNext && key.hours.length > 0) return null;
    return this.lastUseDue(key);
  }

  private lastUseDue(key: WaitingKey): LastUse | null {
    const { companyId, keyId, lastUsedMs: atMs, supersededUsedMs, address, userAgent, route } = key;
    if (atMs === null) return null;
    const use = { companyId, keyId, atMs, supersededUsedMs, address, userAgent, route };
    return this.written.has(use) ? null : use;
  }

  /** Drops what was written for a key, and puts the rest back. */
  private settle(key: WaitingKey, wroteLastUse: boolean): void {
    if (wroteLastUse) forgetLastUse(key);
    else this.waiting.dropHour(key);
    key.countsAreNext = wroteLastUse;
    if (key.hours.length > 0 || this.lastUseDue(key) !== null) this.waiting.putBack(key);
  }
}

function forgetLastUse(key: WaitingKey): void {
  key.lastUsedMs = null;
  key.supersededUsedMs = null;
}

function hourOf({ companyId, keyId, hours }: WaitingKey): HourOfKey | null {
  const [first] = hours;
  return first === undefined ? null : { companyId, keyId, ...first };
}

function inParts(keys: readonly WaitingKey[]): (readonly WaitingKey[])[] {
  const count = Math.ceil(keys.length / keysPerUnit);
  return Array.from({ length: count }, (_, at) => keys.slice(at * keysPerUnit, (at + 1) * keysPerUnit));
}
