import { IdempotencyKeyEntity } from '../../access';
import { SessionEntity } from '../../auth';
import { KeyQuotaEntity } from '../../limits';
import { type Tx } from '../../platform/database';
import { StepUpTokenEntity } from '../../step-up';
import { PasswordResetEntity } from '../../users';
import { rowsOf } from './rows';

/** What a restore ends whatever the log says. */
export interface Ended {
  readonly sessions: number;
  readonly resets: number;
  /** Keys whose spent quota is that of the backup: uses since then are not counted. */
  readonly quotas: number;
}

/**
 * Ends sessions, step-up tokens, resets of passwords and answers kept for repetition. Each was for a short time, and may have
 * ended since; nobody needs one to begin again.
 */
export async function endWhatPasses(tx: Tx): Promise<Ended> {
  const rows = rowsOf(tx);
  const [sessions, resets] = [await rows.count(SessionEntity), await rows.count(PasswordResetEntity)];
  const all = [StepUpTokenEntity, SessionEntity, PasswordResetEntity, IdempotencyKeyEntity];
  for (const entity of all) await rows.createQueryBuilder().delete().from(entity).execute();
  return { sessions, resets, quotas: await rows.count(KeyQuotaEntity) };
}
