import { Inject, Injectable } from '@nestjs/common';
import { type KeyRecord } from '../api-keys';
import { Clock, secondMs } from '../platform';
import { CONFIG, type Config } from '../platform/config';
import { type GatewayQuestion } from './gateway-question';
import { type Gateway } from './gateways';
import { identityHeaders, type IdentityHeaders } from './identity-headers';
import { SigningKeys } from './signing-keys';

const lifetimeMs = 60 * secondMs;
/** What a gateway is given lasts this long at least. */
const leastLeftMs = 30 * secondMs;

interface Remembered {
  readonly audience: string | null;
  readonly untilMs: number;
  readonly headers: IdentityHeaders;
}

/**
 * Says whose a key is, to gateways that proved themselves. It is signed once in 30 seconds for each key and question, and forgotten with
 * the record of the key: what changes of it evicts that record.
 */
@Injectable()
export class Identities {
  private readonly remembered = new WeakMap<KeyRecord, WeakMap<GatewayQuestion, Remembered>>();

  constructor(
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  of(key: KeyRecord, question: GatewayQuestion, { audience }: Gateway): IdentityHeaders {
    const nowMs = this.clock.now().getTime();
    const ofKey = this.remembered.get(key) ?? new WeakMap<GatewayQuestion, Remembered>();
    const known = ofKey.get(question);
    if (known !== undefined && known.audience === audience && nowMs < known.untilMs) return known.headers;
    const headers = this.made(key, question, audience, nowMs);
    this.remembered.set(
      key,
      ofKey.set(question, { audience, untilMs: nowMs + lifetimeMs - leastLeftMs, headers }),
    );
    return headers;
  }

  private made(
    key: KeyRecord,
    question: GatewayQuestion,
    audience: string | null,
    nowMs: number,
  ): IdentityHeaders {
    return identityHeaders(key, question, {
      issuer: this.config.http.publicUrl,
      audience,
      issuedAtS: Math.floor(nowMs / secondMs),
      endsAtS: Math.floor(endOf(key, nowMs) / secondMs),
      // What is for nobody in particular would be good everywhere.
      sign: (claims) => (audience === null ? null : this.keys.sign(claims)),
    });
  }
}

/** Sixty seconds, or when the key ends, if that is sooner: nobody can revoke what is signed already. */
function endOf({ facts }: KeyRecord, nowMs: number): number {
  const ends = [facts.expiresAt, facts.endsAt].map((end) => end?.getTime() ?? Infinity);
  return Math.min(nowMs + lifetimeMs, ...ends);
}
