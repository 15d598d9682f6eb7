import { Inject, Injectable } from '@nestjs/common';
import { parseKey } from '../../../libs/api-key';
import { Limits } from '../../limits';
import { Clock } from '../../platform';
import { CONFIG, type Config } from '../../platform/config';
import { KeySecretEntity } from '../key-secret.entity';
import { Redigest } from '../upkeep/redigest';
import { type KeyRecord } from './key-record';
import { LoadKey } from './load-key';
import { type Question, steps } from './steps';
import { type Denial, type Verdict } from './verdict';

/** What is asked about a presented key. */
export interface Asked extends Pick<Question, 'username' | 'address' | 'anyOf'> {
  /** How much this use counts against limits and quota; 0 looks without spending. */
  readonly cost: number;
  /** Whether who asks may know of this key at all; to others it is not found, and nothing is spent. */
  readonly concerns?: (key: KeyRecord) => boolean;
}

/** The one engine that decides about keys, on every pathway. */
@Injectable()
export class VerifyKey {
  constructor(
    private readonly load: LoadKey,
    private readonly limits: Limits,
    private readonly redigest: Redigest,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Decides about a presented key. What it spends, it spends only on a key that is good in every other way.
   * @throws when the database does not answer: never "valid", and never "unknown key", because it is away.
   */
  async verify(text: string, asked: Asked): Promise<Verdict> {
    if (!this.isKeyShaped(text)) return unknown;
    const key = await this.load.bySecret(text);
    if (key !== null) this.redigest.note(KeySecretEntity, key.secretId, key.pepperVersion, text);
    return this.judge(key, asked);
  }

  /** Decides about a key that a session was opened with. */
  async verifyAgain(keyId: string, secretId: string, asked: Asked): Promise<Verdict> {
    return this.judge(await this.load.byId(keyId, secretId), asked);
  }

  /** Whether a text has the form and the checksum of a key. What has not is never looked up. */
  isKeyShaped(text: string): boolean {
    return parseKey(text, this.config.keyPrefix) !== null;
  }

  private async judge(key: KeyRecord | null, { cost, concerns, ...asked }: Asked): Promise<Verdict> {
    if (key === null || concerns?.(key) === false) return unknown;
    const denial = firstDenial({ ...asked, key, now: this.clock.now() });
    if (denial !== null) return { code: denial, key, limits: null };
    const limits = await this.limits.consume(limitedKey(key), cost);
    return limits.ok ? { code: 'VALID', key, limits } : { code: limits.reason, key, limits };
  }
}

const unknown: Verdict = { code: 'NOT_FOUND', key: null, limits: null };

/** The decision about a known key, limits aside: the first step that denies, or null. */
export function firstDenial(question: Question): Denial | null {
  for (const step of steps) {
    const denial = step(question);
    if (denial !== null) return denial;
  }
  return null;
}

function limitedKey(key: KeyRecord) {
  return { companyId: key.company.id, keyId: key.id, rateLimits: key.rateLimits, quota: key.quota };
}
