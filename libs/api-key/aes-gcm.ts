import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Bytes in the parts of what `encrypt` returns, and in a key (NIST SP 800-38D; AES-256). */
export const gcmSizesBytes = { key: 32, nonce: 12, tag: 16 } as const;

/**
 * AES-256-GCM (NIST SP 800-38D) with a fresh random nonce.
 *
 * @param associated what must be presented again, byte for byte, to decrypt
 * @returns nonce (12 bytes), ciphertext (as long as the plaintext), tag (16 bytes)
 * @throws RangeError if the key does not have 32 bytes
 */
export function encrypt(plaintext: Buffer, key: Buffer, associated: Buffer): Buffer {
  const nonce = randomBytes(gcmSizesBytes.nonce);
  const cipher = createCipheriv(algorithm, key, nonce, options).setAAD(associated);
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/**
 * The reverse of `encrypt`.
 *
 * @throws Error if the box, the key or the associated data is not what it was; RangeError if the box is too short or
 *   the key does not have 32 bytes
 */
export function decrypt(box: Buffer, key: Buffer, associated: Buffer): Buffer {
  if (box.length < gcmSizesBytes.nonce + gcmSizesBytes.tag)
    throw new RangeError('Too short for nonce and tag.');
  const nonce = box.subarray(0, gcmSizesBytes.nonce);
  const decipher = createDecipheriv(algorithm, key, nonce, options).setAAD(associated);
  decipher.setAuthTag(box.subarray(-gcmSizesBytes.tag));
  return Buffer.concat([
    decipher.update(box.subarray(gcmSizesBytes.nonce, -gcmSizesBytes.tag)),
    decipher.final(),
  ]);
}

const algorithm = 'aes-256-gcm';
// Said aloud because Node would also take tags of 4 bytes, which can be forged.
const options = { authTagLength: gcmSizesBytes.tag };
