import { Inject, Injectable } from '@nestjs/common';
import { parseKey } from '../../../libs/api-key';
import { Clock, Gate, minuteMs, secondMs } from '../../platform';
import { type Found } from '../../platform/cache';
import { CONFIG, type Config } from '../../platform/config';
import { KeySecretEntity } from '../key-secret.entity';
import { standingOf } from '../key-status';
import { type ServiceKey, ServiceKeys } from '../service-keys';
import { Redigest } from '../upkeep/redigest';
import { type KeyRecord } from './key-record';
import { LoadKey } from './load-key';

/** Whose a presented text turned out to be: a company's key, a product backend's, or nobody's. */
export interface Holder {
  readonly key: KeyRecord | null;
  readonly service: ServiceKey | 'revoked' | null;
}

const rememberedForMs = minuteMs;

/** Looks up who holds a key, and says how to remember it. A rush of misses, as after a start, waits in line. */
@Injectable()
export class KeyLookup {
  private readonly gate = new Gate({ name: 'Key lookups', capacity: 8, queueLimit: 5_000, waitMs: secondMs });

  constructor(
    private readonly load: LoadKey,
    private readonly services: ServiceKeys,
    private readonly redigest: Redigest,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether a text has the form and the checksum of a key. What has not is never looked up. */
  isKeyShaped(text: string): boolean {
    return parseKey(text, this.config.keyPrefix) !== null;
  }

  /** One statement for a key; one more for a text that no company's key has. */
  bySecret(text: string): Promise<Found<Holder>> {
    return this.gate.run(async () => {
      const key = await this.load.bySecret(text);
      if (key === null) return this.foundService(await this.services.find(text));
      this.redigest.note(KeySecretEntity, key.secretId, key.pepperVersion, text);
      return this.foundKey(key);
    });
  }

  /** The same for a session that was opened with a key. */
  byId(keyId: string, secretId: string): Promise<Found<Holder>> {
    return this.gate.run(async () => {
      const key = await this.load.byId(keyId, secretId);
      return key === null ? this.foundService(null) : this.foundKey(key);
    });
  }

  private foundKey(key: KeyRecord): Found<Holder> {
    const now = this.clock.now();
    const againMs = now.getTime() + rememberedForMs;
    const { expiresAt, endsAt } = key.facts;
    const ends = [expiresAt, endsAt].flatMap((end) => (end !== null && end > now ? end.getTime() : []));
    return {
      value: { key, service: null },
      labels: [key.id, key.company.id],
      good: standingOf(key.facts, now) === 'GOOD',
      untilMs: Math.min(againMs, ...ends),
    };
  }

  private foundService(service: ServiceKey | 'revoked' | null): Found<Holder> {
    const untilMs = this.clock.now().getTime() + rememberedForMs;
    const id = service === null || service === 'revoked' ? [] : [service.id];
    return { value: { key: null, service }, labels: id, good: id.length > 0, untilMs };
  }
}
