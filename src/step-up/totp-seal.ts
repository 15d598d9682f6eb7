import { Inject, Injectable } from '@nestjs/common';
import { openSecret, rewrapSecret, sealSecret } from '../../libs/api-key';
import { Ids } from '../platform';
import { CONFIG, type Config, type NamedSecret } from '../platform/config';

/** A secret of one-time codes as it is stored. */
export interface SealedTotp {
  readonly secretId: string;
  readonly ciphertext: Buffer;
  readonly wrappedKey: Buffer;
  readonly kekVersion: string;
}

const purpose = 'kunci.totp';

/** Seals the secrets of one-time codes under the key-encryption keys: a stolen database yields no codes. */
@Injectable()
export class TotpSeal {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly ids: Ids,
  ) {}

  /** The version of the key-encryption key in use. */
  currentKek(): string {
    return this.current().version;
  }

  seal(secret: string, userId: string): SealedTotp {
    const kek = this.current();
    const secretId = this.ids.next();
    const sealed = sealSecret(secret, kek.bytes, contextOf(userId, secretId, kek.version));
    return { ...sealed, secretId, kekVersion: kek.version };
  }

  /** @throws EnvelopeFault when it was tampered with or belongs to another; Error when its key-encryption key is not loaded. */
  open(sealed: SealedTotp, userId: string): string {
    const kek = this.kekOf(sealed);
    return openSecret(sealed, kek.bytes, contextOf(userId, sealed.secretId, kek.version));
  }

  /** Wraps the data key with the key-encryption key in use. The secret is not opened. @throws as `open` does. */
  rewrap(sealed: SealedTotp, userId: string): Pick<SealedTotp, 'wrappedKey' | 'kekVersion'> {
    const from = this.kekOf(sealed);
    const to = this.current();
    const context = contextOf(userId, sealed.secretId, from.version);
    return {
      wrappedKey: rewrapSecret(sealed, from.bytes, context, to.bytes, to.version),
      kekVersion: to.version,
    };
  }

  private current(): NamedSecret {
    const [kek] = this.config.secrets.keks;
    if (kek === undefined) throw new Error('The settings were accepted without a key-encryption key');
    return kek;
  }

  private kekOf(sealed: SealedTotp): NamedSecret {
    const kek = this.config.secrets.keks.find(({ version }) => version === sealed.kekVersion);
    if (kek === undefined) throw new Error(`The key-encryption key ${sealed.kekVersion} is not loaded`);
    return kek;
  }
}

/** It belongs to a person: the user's id is used instead of the key's, and the company is empty. */
function contextOf(userId: string, secretId: string, kekVersion: string) {
  return { purpose, companyId: '', keyId: userId, secretId, kekVersion };
}
