import { Inject, Injectable } from '@nestjs/common';
import { digestKey, openSecret, rewrapSecret, sealSecret } from '../../../libs/api-key';
import { CONFIG, type Config, type NamedSecret } from '../../platform/config';

/** A secret as it is stored when it can be shown again. */
export interface Sealed {
  readonly ciphertext: Buffer;
  readonly wrappedKey: Buffer;
  readonly kekVersion: string;
}

/** What a sealed secret belongs to; it opens for nothing else. */
export interface SecretOf {
  readonly companyId: string;
  readonly keyId: string;
  readonly secretId: string;
}

const purpose = 'kunci.key-secret';
// No key has a NUL in it, so nobody can present a hash instead of its key.
const ofHash = '\0hash\0';
const markOf = (companyId: string, hash: string): string => `\0mark\0${companyId}\0${hash}`;

/** The peppers and key-encryption keys of this instance. The first of each is the one in use, the others are for reading. */
@Injectable()
export class Keyring {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The digest under which a new secret is looked up. */
  digest(text: string): { digest: Buffer; pepperVersion: string } {
    const pepper = first(this.config.secrets.peppers);
    return { digest: digestKey(text, pepper.bytes), pepperVersion: pepper.version };
  }

  isCurrentPepper(version: string): boolean {
    return first(this.config.secrets.peppers).version === version;
  }

  /** The version of the key-encryption key in use. */
  currentKek(): string {
    return first(this.config.secrets.keks).version;
  }

  /** The digests that a presented secret may have: one for each pepper. */
  digests(text: string): Buffer[] {
    return this.config.secrets.peppers.map((pepper) => digestKey(text, pepper.bytes));
  }

  /**
   * The digest under which a hash of another system is looked up. A stolen database does not even hold that hash.
   * @param hash in the one spelling of `ForeignHashes`.
   */
  digestOfHash(hash: string): { digest: Buffer; pepperVersion: string } {
    return this.digest(`${ofHash}${hash}`);
  }

  /** The digests that such a hash may have. */
  digestsOfHash(hash: string): Buffer[] {
    return this.digests(`${ofHash}${hash}`);
  }

  /** What tells a company that it imported this hash before, and nobody else anything. */
  importMark(companyId: string, hash: string): Buffer {
    return this.digest(markOf(companyId, hash)).digest;
  }

  /** The marks that such a hash may have. */
  importMarks(companyId: string, hash: string): Buffer[] {
    return this.digests(markOf(companyId, hash));
  }

  seal(text: string, of: SecretOf): Sealed {
    const kek = first(this.config.secrets.keks);
    const sealed = sealSecret(text, kek.bytes, { purpose, ...of, kekVersion: kek.version });
    return { ...sealed, kekVersion: kek.version };
  }

  /** @throws EnvelopeFault when it was tampered with or belongs elsewhere; Error when its key-encryption key is not loaded. */
  open(sealed: Sealed, of: SecretOf): string {
    const kek = this.kekOf(sealed);
    return openSecret(sealed, kek.bytes, { purpose, ...of, kekVersion: kek.version });
  }

  /** Wraps the data key with the key-encryption key in use. The ciphertext stays as it is. */
  rewrap(sealed: Sealed, of: SecretOf): Pick<Sealed, 'wrappedKey' | 'kekVersion'> {
    const from = this.kekOf(sealed);
    const to = first(this.config.secrets.keks);
    const context = { purpose, ...of, kekVersion: from.version };
    const wrappedKey = rewrapSecret(sealed, from.bytes, context, to.bytes, to.version);
    return { wrappedKey, kekVersion: to.version };
  }

  private kekOf(sealed: Sealed): NamedSecret {
    const kek = this.config.secrets.keks.find((known) => known.version === sealed.kekVersion);
    if (kek === undefined) throw new Error(`The key-encryption key ${sealed.kekVersion} is not loaded`);
    return kek;
  }
}

function first(secrets: readonly NamedSecret[]): NamedSecret {
  const [secret] = secrets;
  if (secret === undefined)
    throw new Error('The settings were accepted without a pepper or key-encryption key');
  return secret;
}
