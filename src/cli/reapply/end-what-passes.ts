import { IdempotencyKeyEntity } from '../../access';
import { SessionEntity } from '../../auth';
import { KeyQuotaEntity } from '../../limits';
import { type Tx } from '../../platform/database';
import { StepUpTokenEntity } from '../../step-up';
import { PasswordResetEntity } from '../../users';
import { rowsOf } from './rows';

/** What a restore ends regardless of the log. */
export interface Ended {
  readonly sessions: number;
  readonly resets: number;
  /** Keys whose used quota is that of the backup: uses since then are not counted. */
  readonly quotas: number;
}

/**
 * Ends sessions, step-up tokens, password resets and answers kept for repetition. Each was short-lived, and may have
 * ended since; people can start again without them.
 */
export async function endWhatPasses(tx: Tx): Promise<Ended> {
  const rows = rowsOf(tx);
  const [sessions, resets] = [await rows.count(SessionEntity), await rows.count(PasswordResetEntity)];
  const all = [StepUpTokenEntity, SessionEntity, PasswordResetEntity, IdempotencyKeyEntity];
  for (const entity of all) await rows.createQueryBuilder().delete().from(entity).execute();
  return { sessions, resets, quotas: await rows.count(KeyQuotaEntity) };
}
