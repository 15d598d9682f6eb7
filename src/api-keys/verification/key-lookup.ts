import { Inject, Injectable } from '@nestjs/common';
import { hasLengthOfKey, parseKey } from '../../../libs/api-key';
import { Clock, Gate, minuteMs, secondMs } from '../../platform';
import { type LookupResult } from '../../platform/cache';
import { CONFIG, type Config } from '../../platform/config';
import { standingOf } from '../key-status';
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
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether a text has the form and the checksum of a key. Other texts are never looked up. */
  isKeyShaped(text: string): boolean {
    return parseKey(text, this.config.keyPrefix) !== null;
  }

  /** Whether a text is as long as a key: what is not is worth no digest. */
  hasLengthOfKey(text: string): boolean {
    return hasLengthOfKey(text, this.config.keyPrefix);
  }

  /** One statement. */
  async bySecret(text: string): Promise<LookupResult<Holder>> {
    return this.found(await this.gate.run(() => this.load.bySecret(text)));
  }

  /** The same for a session that was opened with a key. */
  async byId(keyId: string, secretId: string): Promise<LookupResult<Holder>> {
    return this.found(await this.gate.run(() => this.load.byId(keyId, secretId)));
  }

  private found(value: Holder): LookupResult<Holder> {
    const { key, service } = value;
    const now = this.clock.now();
    const isGood = service !== null && service !== 'revoked';
    const ends = key === null ? [isGood ? service.expiresAt : null] : [key.facts.expiresAt, key.facts.endsAt];
    const endsMs = ends.flatMap((end) => (end !== null && end > now ? end.getTime() : []));
    const untilMs = Math.min(now.getTime() + rememberedForMs, ...endsMs);
    if (key !== null)
      return {
        ...{ value, untilMs, labels: [key.id, key.company.id] },
        positive: standingOf(key.facts, now) === 'GOOD',
      };
    return { value, untilMs, labels: isGood ? [service.id] : [], positive: isGood };
  }
}
