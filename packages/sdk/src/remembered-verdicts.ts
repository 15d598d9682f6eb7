import { LRUCache } from 'lru-cache';
import { type Clock } from './clock';
import { type ValidVerdict } from './verdict';

const maxVerdicts = 10_000;

/** All that was asked, with the key. */
interface Asked {
  readonly key: string;
  /** No part of the question: limits are not counted without Kunci. */
  readonly cost?: number | undefined;
}

/**
 * Good verdicts, for the time when Kunci cannot be reached: each for at most `maxStaleMs` since Kunci gave it, and never beyond the end of
 * its key. They are found by digests of the key and of the question, so no key is kept.
 */
export class RememberedVerdicts {
  private readonly verdicts: LRUCache<string, ValidVerdict>;
  /** The names under which there are verdicts, by the digest of their key. What leaves `verdicts`, in whatever way, leaves this. */
  private readonly namesOfKey = new Map<string, Set<string>>();

  constructor(
    private readonly maxStaleMs: number,
    private readonly clock: Clock,
  ) {
    this.verdicts = new LRUCache({
      ...{ max: maxVerdicts, ttl: maxStaleMs, ttlResolution: 0, perf: { now: () => clock.now() } },
      dispose: (_verdict, name, reason) => {
        if (reason !== 'set') this.dropName(name);
      },
    });
  }

  async remember(asked: Asked, verdict: ValidVerdict): Promise<void> {
    const { expiresAt } = verdict.key;
    const leftMs = expiresAt === null ? this.maxStaleMs : Date.parse(expiresAt) - this.clock.now();
    const [ofKey, name] = await namesOf(asked);
    if (leftMs > 0) {
      this.verdicts.set(name, verdict, { ttl: Math.min(leftMs, this.maxStaleMs) });
      this.namesOfKey.set(ofKey, (this.namesOfKey.get(ofKey) ?? new Set()).add(name));
    } else this.verdicts.delete(name);
  }

  /** This was refused: that it was good before no longer counts. Other questions about the key may be good still. */
  async forget(asked: Asked): Promise<void> {
    const [, name] = await namesOf(asked);
    this.verdicts.delete(name);
  }

  /** The key itself was refused: nothing of it counts any longer. */
  async forgetKey(asked: Asked): Promise<void> {
    const [ofKey] = await namesOf(asked);
    for (const name of [...(this.namesOfKey.get(ofKey) ?? [])]) this.verdicts.delete(name);
  }

  async recall(asked: Asked): Promise<ValidVerdict | null> {
    const [, name] = await namesOf(asked);
    const verdict = this.verdicts.get(name);
    return verdict === undefined ? null : { ...verdict, isStale: true };
  }

  private dropName(name: string): void {
    const ofKey = name.slice(0, name.indexOf('.'));
    const names = this.namesOfKey.get(ofKey);
    names?.delete(name);
    if (names?.size === 0) this.namesOfKey.delete(ofKey);
  }
}

/** The digest of the key, and the name of the verdict, which begins with it. */
async function namesOf({ key, cost: _, ...question }: Asked): Promise<[ofKey: string, name: string]> {
  const parts = Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1));
  const [ofKey, ofQuestion] = await Promise.all([digestOf(key), digestOf(JSON.stringify(parts))]);
  return [ofKey, `${ofKey}.${ofQuestion}`];
}

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
