import { EventCatalogue, eventOf, events } from '../../../libs/events';
import { type EventEntity, EventLog, NoJournal, type LogPosition } from '../../audit';
import { SystemClock } from '../../platform';
import { type Config } from '../../platform/config';
import { type Tx } from '../../platform/database';
import { type Ended, endWhatPasses } from './end-what-passes';
import { rotatedSince } from './key-effects';
import { reapply, type Reapplied } from './reapply';

export interface BroughtForward {
  readonly ended: Ended;
  /** Null when the events since the backup are unknown. */
  readonly reapplied: Reapplied | null;
}

/**
 * Brings an older database up to the present, in a unit of work: ends what was short-lived, applies the events since then,
 * and records that in the log.
 * @param from where its log ends. @param since the events after that; null when they are lost.
 */
export async function bringForward(
  tx: Tx,
  config: Config,
  from: LogPosition,
  since: AsyncIterable<EventEntity> | null,
): Promise<BroughtForward> {
  const ended = await endWhatPasses(tx);
  const reapplied = since === null ? null : await reapply(tx, from, since);
  const log = new EventLog(new SystemClock(), config, new NoJournal(), new EventCatalogue());
  const nobody = { kind: 'system', id: null, name: null } as const;
  const data = { position: from.seq, reappliedTo: reapplied?.upTo.seq ?? null };
  log.appendAs(tx, { ...nobody, companyId: null }, eventOf(events.databaseRestored, 'kunci', data));
  for (const { companyId, targetId, facts } of reapplied?.revoked ?? []) {
    // A cast: the log is ours and its chain was checked; this is what a rotation writes.
    const { kind, name } = facts as { kind: string; name: string | null };
    const said = { kind, name, reason: rotatedSince };
    log.appendAs(tx, { ...nobody, companyId }, eventOf(events.keyRevoked, targetId, said));
  }
  return { ended, reapplied };
}
