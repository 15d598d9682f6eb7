import { createHash } from 'node:crypto';

/** The kind that is stored of a proof for several keys, which may be of different kinds. */
export const severalKinds = 'several';

/**
 * What a proof for several keys is bound to, as others are to the id of a key: a UUIDv8 (RFC 9562) made of their ids. Ids of rows are
 * UUIDv7, so it is never that of a key.
 */
export function idOfKeys(ids: readonly string[]): string {
  const digest = createHash('sha256').update(ids.toSorted().join(',')).digest();
  // The version and the variant of the form.
  digest[6] = (digest.readUInt8(6) & 0x0f) | 0x80;
  digest[8] = (digest.readUInt8(8) & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
