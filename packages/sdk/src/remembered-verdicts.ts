import { LRUCache } from 'lru-cache';
import { type Clock } from './clock';
import { type ValidVerdict } from './verdict';

const maxVerdicts = 10_000;

/**
 * Good verdicts, for the time when Kunci cannot be reached: each for at most `maxStaleMs` since Kunci gave it, and never beyond the end of
 * its key. They are found by a digest of the question, so no key is kept.
 */
export class RememberedVerdicts {
  private readonly verdicts: LRUCache<string, ValidVerdict>;

  constructor(
    private readonly maxStaleMs: number,
    private readonly clock: Clock,
  ) {
    const perf = { now: () => clock.now() };
    this.verdicts = new LRUCache({ max: maxVerdicts, ttl: maxStaleMs, ttlResolution: 0, perf });
  }

  /** @param question all that was asked, with the key. */
  async remember(question: object, verdict: ValidVerdict): Promise<void> {
    const { expiresAt } = verdict.key;
    const leftMs = expiresAt === null ? this.maxStaleMs : Date.parse(expiresAt) - this.clock.now();
    const name = await nameOf(question);
    if (leftMs <= 0) this.verdicts.delete(name);
    else this.verdicts.set(name, verdict, { ttl: Math.min(leftMs, this.maxStaleMs) });
  }

  /** The key was refused: what was good of it before no longer counts. */
  async forget(question: object): Promise<void> {
    this.verdicts.delete(await nameOf(question));
  }

  async recall(question: object): Promise<ValidVerdict | null> {
    const verdict = this.verdicts.get(await nameOf(question));
    return verdict === undefined ? null : { ...verdict, isStale: true };
  }
}

/** The cost is no part of the question: limits are not counted without Kunci. */
async function nameOf({ cost: _, ...question }: { cost?: number }): Promise<string> {
  const parts = Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(parts)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
