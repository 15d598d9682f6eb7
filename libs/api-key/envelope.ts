import { randomBytes } from 'node:crypto';
import { decrypt, encrypt, gcmSizesBytes } from './aes-gcm';

/** Where a sealed secret belongs. It opens nowhere else, so a row copied to another key or company is worthless. */
export interface SealContext {
  readonly purpose: string;
  readonly companyId: string;
  readonly keyId: string;
  readonly secretId: string;
  readonly kekVersion: string;
}

/** Both are nonce (12 bytes), ciphertext, tag (16 bytes). Without `wrappedKey` the ciphertext is lost permanently. */
export interface SealedSecret {
  readonly ciphertext: Buffer;
  /** 60 bytes: the data key under the key-encryption key. */
  readonly wrappedKey: Buffer;
}

/** A sealed secret that cannot be opened: changed, moved, or met with another key. The cause is not for the public. */
export class EnvelopeFault extends Error {
  override readonly name = 'EnvelopeFault';

  constructor(cause: unknown) {
    super('The sealed secret cannot be opened.', { cause });
  }
}

/**
 * Seals a text that must be shown again: AES-256-GCM (NIST SP 800-38D) under a data key of its own, which is sealed in
 * the same way under the key-encryption key. Two seals of one text differ in every part.
 *
 * @param text well-formed Unicode; half a surrogate pair comes back as U+FFFD
 * @param kek the key-encryption key, 32 bytes
 * @param context associated data; `openSecret` must be given the same
 * @throws RangeError if the key-encryption key does not have 32 bytes
 */
export function sealSecret(text: string, kek: Buffer, context: SealContext): SealedSecret {
  const dataKey = randomBytes(gcmSizesBytes.key);
  return {
    ciphertext: encrypt(Buffer.from(text, 'utf8'), dataKey, textData(context)),
    wrappedKey: encrypt(dataKey, kek, keyData(context)),
  };
}

/**
 * Opens what `sealSecret` made.
 *
 * @param kek the key-encryption key of `context.kekVersion`, 32 bytes
 * @returns the text
 * @throws EnvelopeFault if a byte, the key-encryption key or a field of the context is not what it was
 */
export function openSecret(sealed: SealedSecret, kek: Buffer, context: SealContext): string {
  try {
    const dataKey = decrypt(sealed.wrappedKey, kek, keyData(context));
    return decrypt(sealed.ciphertext, dataKey, textData(context)).toString('utf8');
  } catch (cause) {
    throw new EnvelopeFault(cause);
  }
}

/**
 * Wraps the data key of a sealed secret with another key-encryption key. The text is not decrypted and the ciphertext stays.
 *
 * @param from the key-encryption key of `context.kekVersion`, 32 bytes
 * @param to the other one, 32 bytes, known as `toVersion`
 * @returns the new `wrappedKey`
 * @throws EnvelopeFault as `openSecret` does
 */
export function rewrapSecret(
  sealed: SealedSecret,
  from: Buffer,
  context: SealContext,
  to: Buffer,
  toVersion: string,
): Buffer {
  try {
    const dataKey = decrypt(sealed.wrappedKey, from, keyData(context));
    return encrypt(dataKey, to, keyData({ ...context, kekVersion: toVersion }));
  } catch (cause) {
    throw new EnvelopeFault(cause);
  }
}

/** Without the version of the key-encryption key, so that re-wrapping the data key leaves the ciphertext alone. */
function textData({ purpose, companyId, keyId, secretId }: SealContext): Buffer {
  return associatedData([purpose, companyId, keyId, secretId]);
}

function keyData({ purpose, companyId, keyId, secretId, kekVersion }: SealContext): Buffer {
  return associatedData([purpose, companyId, keyId, secretId, kekVersion]);
}

/** A JSON array and not a joined text: quoting keeps `a`, `bc` apart from `ab`, `c`. Changing it orphans every seal. */
function associatedData(fields: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(fields), 'utf8');
}
