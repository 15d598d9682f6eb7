import { type Reader } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';

export type Protection = 'pepper' | 'kek';

/**
 * How many stored secrets still need this pepper or key-encryption key. Only at 0 may it be taken out of the settings.
 * What was revoked needs none: it is refused either way.
 */
export async function secretsNeeding(
  reader: Reader,
  protection: Protection,
  version: string,
): Promise<number> {
  const counts = await Promise.all(
    needs[protection].map((query) => managerOf(reader).query<[{ n: number | string }]>(query, [version])),
  );
  return counts.reduce((sum, [row]) => sum + Number(row.n), 0);
}

const needs: Record<Protection, readonly string[]> = {
  pepper: [
    `SELECT COUNT(*) AS n FROM key_secrets s JOIN api_keys k ON k.company_id = s.company_id AND k.id = s.key_id
     WHERE s.pepper_version = ? AND k.revoked_at IS NULL`,
    'SELECT COUNT(*) AS n FROM service_keys WHERE pepper_version = ? AND revoked_at IS NULL',
  ],
  kek: [
    'SELECT COUNT(*) AS n FROM key_secrets WHERE kek_version = ? AND wrapped_key IS NOT NULL',
    'SELECT COUNT(*) AS n FROM user_factors WHERE kek_version = ? AND wrapped_key IS NOT NULL',
  ],
};
