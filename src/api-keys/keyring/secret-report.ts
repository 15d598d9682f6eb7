import { type SecretsConfig } from '../../platform/config';
import { type Reader } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { CryptoVectorEntity } from './crypto-vector.entity';
import { type Protection, secretsNeeding } from './secrets-in-use';

/** The state of one pepper or key-encryption key. */
export interface SecretReport {
  readonly protection: Protection;
  readonly version: string;
  /** Whether the settings name it. */
  readonly loaded: boolean;
  /** Whether it is first in the settings, so that it protects new secrets. */
  readonly current: boolean;
  /** How many stored secrets need it. */
  readonly needed: number;
  /** Whether it can be removed from the settings. */
  readonly mayGo: boolean;
}

/** Every pepper and key-encryption key that the settings or the database know, the current ones first. Only reads. */
export async function reportSecrets(
  reader: Reader,
  { peppers, keks }: SecretsConfig,
  now: Date,
): Promise<SecretReport[]> {
  const stored = await managerOf(reader).find(CryptoVectorEntity, { order: { version: 'ASC' } });
  const loaded = { pepper: peppers, kek: keks } as const;
  const reports: SecretReport[] = [];
  for (const protection of ['pepper', 'kek'] as const) {
    const names = loaded[protection].map(({ version }) => version);
    const known = stored.filter(({ purpose }) => purpose === protection).map(({ version }) => version);
    for (const version of new Set([...names, ...known])) {
      const needed = await secretsNeeding(reader, protection, version, now);
      const standing = { loaded: names.includes(version), current: version === names[0] };
      const mayGo = standing.loaded && !standing.current && needed === 0;
      reports.push({ protection, version, ...standing, needed, mayGo });
    }
  }
  return reports;
}
