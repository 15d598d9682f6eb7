import { minuteMs } from '../platform';
import { type LastUse } from './write-usage';

/**
 * The last uses that were written in the minute at hand. Where a key goes on being used from the same address with the same
 * agent and secret, the row is left alone until the next minute: its seconds and its route are those of the first use.
 */
export class WrittenUses {
  private minute = 0;
  private uses = new Map<string, LastUse>();

  /** @param maxKeys how many are remembered. One that is not is written again, which is no harm. */
  constructor(private readonly maxKeys: number) {}

  note(use: LastUse): void {
    const minute = minuteOf(use);
    if (minute !== this.minute) this.uses = new Map();
    this.minute = minute;
    if (this.uses.size < this.maxKeys || this.uses.has(use.keyId)) this.uses.set(use.keyId, use);
  }

  /** Whether this would tell no more than what was written. */
  has(use: LastUse): boolean {
    const written = this.uses.get(use.keyId);
    if (written === undefined || minuteOf(use) !== this.minute) return false;
    if (use.supersededUsedMs !== null && written.supersededUsedMs === null) return false;
    return use.address === written.address && use.userAgent === written.userAgent;
  }
}

function minuteOf({ atMs }: LastUse): number {
  return Math.floor(atMs / minuteMs);
}
