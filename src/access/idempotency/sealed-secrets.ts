import { hkdfSync } from 'node:crypto';
import { decrypt, encrypt, gcmSizesBytes } from '../../../libs/api-key';
import { type NamedSecret } from '../../platform/config';
import { type IdempotentRequest } from './idempotent-request';
import { type SecretMember } from './secret-members';

/** What the column holds. Secrets of ours are far shorter; what a module calls a secret may be longer. */
const maxBytes = 1_024;

/**
 * Seals the secrets of an answer, so that nobody but the sender of the request can have them opened: AES-256-GCM under a key that is
 * derived from the text of the `Idempotency-Key`, which the database does not hold, and from a key-encryption key, without which the
 * text could be guessed.
 *
 * @param keks the first one seals
 * @returns null where there is nothing to seal, or more than is kept
 */
export function sealSecrets(
  secrets: readonly SecretMember[],
  request: IdempotentRequest,
  keks: readonly NamedSecret[],
): Buffer | null {
  const [kek] = keks;
  if (secrets.length === 0 || kek === undefined) return null;
  const sealed = encrypt(Buffer.from(JSON.stringify(secrets)), sealKey(request, kek), contextOf(request));
  return sealed.length <= maxBytes ? sealed : null;
}

/**
 * Opens what `sealSecrets` made for the same request.
 * @param keks the one that sealed may be any of them
 * @returns none where it cannot be opened
 */
export function openSecrets(
  sealed: Buffer,
  request: IdempotentRequest,
  keks: readonly NamedSecret[],
): readonly SecretMember[] {
  for (const kek of keks) {
    const opened = open(sealed, sealKey(request, kek), contextOf(request));
    if (opened !== null) return opened;
  }
  return [];
}

function open(sealed: Buffer, key: Buffer, context: Buffer): readonly SecretMember[] | null {
  try {
    // A cast: GCM has shown that these are the bytes that `sealSecrets` wrote.
    return JSON.parse(decrypt(sealed, key, context).toString()) as readonly SecretMember[];
  } catch {
    // Sealed under another key-encryption key, or changed in the database.
    return null;
  }
}

/** HKDF (RFC 5869), salted with a secret: neither the text nor the key-encryption key alone is enough. */
function sealKey({ key }: IdempotentRequest, { bytes }: NamedSecret): Buffer {
  return Buffer.from(hkdfSync('sha256', key, bytes, 'kunci idempotent answer', gcmSizesBytes.key));
}

/** Moved to another row, it does not open. */
function contextOf({ principalHash, route, requestHash }: IdempotentRequest): Buffer {
  return Buffer.concat([principalHash, requestHash, Buffer.from(route)]);
}
