import { type Reader } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';

export type Protection = 'pepper' | 'kek';

/**
 * How many stored secrets still need this pepper or key-encryption key. It may be removed from the settings only at 0.
 * Revoked secrets need none, nor does the old secret of a rotated key after its overlap: they are refused either
 * way. An expired one does, because moving its expiry brings it back.
 */
export async function secretsNeeding(
  reader: Reader,
  protection: Protection,
  version: string,
  now: Date,
): Promise<number> {
  const counts = await Promise.all(
    needs[protection](version, now.getTime()).map(([query, ...parameters]) =>
      managerOf(reader).query<[{ n: number | string }]>(query, parameters),
    ),
  );
  return counts.reduce((sum, [row]) => sum + Number(row.n), 0);
}

type Count = readonly [query: string, ...parameters: unknown[]];

const needs: Record<Protection, (version: string, now: number) => readonly Count[]> = {
  pepper: (version, now) => [
    [
      `SELECT COUNT(*) AS n FROM key_secrets s JOIN api_keys k ON k.company_id = s.company_id AND k.id = s.key_id
       WHERE s.pepper_version = ? AND k.revoked_at IS NULL AND (s.ends_at IS NULL OR s.ends_at > ?)`,
      version,
      now,
    ],
    ['SELECT COUNT(*) AS n FROM service_keys WHERE pepper_version = ? AND revoked_at IS NULL', version],
  ],
  kek: (version) => [
    ['SELECT COUNT(*) AS n FROM key_secrets WHERE kek_version = ? AND wrapped_key IS NOT NULL', version],
    ['SELECT COUNT(*) AS n FROM user_factors WHERE kek_version = ? AND wrapped_key IS NOT NULL', version],
  ],
};
