import { Inject, Injectable } from '@nestjs/common';
import { openSecret, sealSecret } from '../../libs/api-key';
import { Ids } from '../platform';
import { CONFIG, type Config } from '../platform/config';

/** A secret of one-time codes as it is stored. */
export interface SealedTotp {
  readonly secretId: string;
  readonly ciphertext: Buffer;
  readonly wrappedKey: Buffer;
  readonly kekVersion: string;
}

const purpose = 'kunci.totp';

/** Seals the secrets of one-time codes under the key-encryption keys: who steals the database can make no codes. */
@Injectable()
export class TotpSeal {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly ids: Ids,
  ) {}

  seal(secret: string, userId: string): SealedTotp {
    const [kek] = this.config.secrets.keks;
    if (kek === undefined) throw new Error('The settings were accepted without a key-encryption key');
    const secretId = this.ids.next();
    const sealed = sealSecret(secret, kek.bytes, contextOf(userId, secretId, kek.version));
    return { ...sealed, secretId, kekVersion: kek.version };
  }

  /** @throws EnvelopeFault when it was tampered with or belongs to another; Error when its key-encryption key is not loaded. */
  open(sealed: SealedTotp, userId: string): string {
    const kek = this.config.secrets.keks.find(({ version }) => version === sealed.kekVersion);
    if (kek === undefined) throw new Error(`The key-encryption key ${sealed.kekVersion} is not loaded`);
    return openSecret(sealed, kek.bytes, contextOf(userId, sealed.secretId, kek.version));
  }
}

/** It belongs to a person: in the place of the key stands the user, and the company stays empty. */
function contextOf(userId: string, secretId: string, kekVersion: string) {
  return { purpose, companyId: '', keyId: userId, secretId, kekVersion };
}
