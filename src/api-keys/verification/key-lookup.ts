import { Injectable } from '@nestjs/common';
import { Clock, Gate, minuteMs, secondMs } from '../../platform';
import { type LookupResult } from '../../platform/cache';
import { PresentedDigests } from '../imports/presented-digests';
import { standingOf } from '../key-status';
import { foreignTexts } from './evicted-by';
import { type Holder } from './holder';
import { LoadHolder } from './load-holder';

const rememberedForMs = minuteMs;

/** Looks up who holds a key, and how long to cache it. A rush of misses, as after a start, queues. */
@Injectable()
export class KeyLookup {
  private readonly gate = new Gate({ name: 'Key lookups', capacity: 6, queueLimit: 5_000, waitMs: secondMs });

  constructor(
    private readonly load: LoadHolder,
    private readonly clock: Clock,
    private readonly digests: PresentedDigests,
  ) {}

  /** Whether a text has the form and the checksum of a key that was made here. */
  isKeyShaped(text: string): boolean {
    return this.digests.isOwn(text);
  }

  /** Whether a text is spelled like such a key or an imported one. Other texts are never looked up. */
  mayBeKey(text: string): boolean {
    return this.digests.mayBeKey(text);
  }

  /** Whether a text is as long as a key: what is not is worth no digest. */
  hasLengthOfKey(text: string): boolean {
    return this.digests.hasLength(text);
  }

  /** One statement. */
  async bySecret(text: string): Promise<LookupResult<Holder>> {
    const digests = await this.digests.of(text);
    // What it takes to know an imported key may come to be known later, unlike a secret that is made here.
    const labels = this.digests.isOwn(text) ? [] : [foreignTexts];
    if (digests.length === 0) return this.found({ key: null, service: null }, labels);
    return this.found(await this.gate.run(() => this.load.bySecret(text, digests)), labels);
  }

  /** The same for a session that was opened with a key. */
  async byId(keyId: string, secretId: string): Promise<LookupResult<Holder>> {
    return this.found(await this.gate.run(() => this.load.byId(keyId, secretId)));
  }

  /** @param labels of a text that is no key. */
  private found(value: Holder, labels: readonly string[] = []): LookupResult<Holder> {
    const { key, service } = value;
    const now = this.clock.now();
    const isGood = service !== null && service !== 'revoked';
    const ends = key === null ? [isGood ? service.expiresAt : null] : [key.facts.expiresAt, key.facts.endsAt];
    const endsMs = ends.flatMap((end) => (end !== null && end > now ? end.getTime() : []));
    const untilMs = Math.min(now.getTime() + rememberedForMs, ...endsMs);
    if (key !== null)
      return {
        ...{ value, untilMs },
        // What a hash found may be found by its own digest later, when another company brings the key itself.
        labels: [key.id, key.company.id, ...(key.foreign ? [foreignTexts] : [])],
        positive: standingOf(key.facts, now) === 'GOOD',
      };
    return { value, untilMs, labels: isGood ? [service.id] : labels, positive: isGood };
  }
}
