import { Inject, Injectable } from '@nestjs/common';
import { faceOf, formatFor, generateKey, type KeyEnvironment } from '../../../libs/api-key';
import { Clock, Ids } from '../../platform';
import { CONFIG, type Config } from '../../platform/config';
import { type Tx } from '../../platform/database';
import { type KeyPolicy } from '../../settings';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { KeySecretEntity } from '../key-secret.entity';
import { Keyring } from '../keyring';

const notImported = { foreignAlgorithm: null, seenBy: null, importMark: null, shapeId: null };

/** Makes the secret of a key: the text, for once, and the row that is kept of it. */
@Injectable()
export class SecretMaker {
  constructor(
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
    private readonly keyring: Keyring,
    private readonly ids: Ids,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns the text, which is in no row, and the row. */
  async make(
    principal: Principal,
    { id: keyId, environment }: { readonly id: string; readonly environment: KeyEnvironment },
    policy: KeyPolicy,
    expiresAt: Date | null,
    tx: Tx,
  ): Promise<{ text: string; row: Omit<KeySecretEntity, 'companyId'> }> {
    const format = formatFor(environment, policy.format);
    const text = generateKey(format, this.config.keyPrefix, environment);
    const id = this.ids.next();
    const row = {
      id,
      keyId,
      ...this.keyring.digest(text),
      ...faceOf(text, format),
      madeWith: principal.key?.id ?? null,
      issuedAt: this.clock.now(),
      expiresAt,
      cappedDays: policy.maxLifetimeDays ?? 0,
      supersededAt: null,
      endsAt: null,
      noticedAt: null,
      ...notImported,
      ...this.envelope(principal, keyId, id, policy, text),
    };
    await this.secrets.of(principal, tx).insert(row);
    return { text, row };
  }

  private envelope(principal: Principal, keyId: string, secretId: string, policy: KeyPolicy, text: string) {
    if (policy.visibility === 'once') return { ciphertext: null, wrappedKey: null, kekVersion: null };
    const companyId = principal.company?.id ?? '';
    return this.keyring.seal(text, { companyId, keyId, secretId });
  }
}
