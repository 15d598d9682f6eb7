import { type EventEntity, EventLog, NoJournal, type LogPosition } from '../../audit';
import { SystemClock } from '../../platform';
import { type Config } from '../../platform/config';
import { type Tx } from '../../platform/database';
import { type Ended, endWhatPasses } from './end-what-passes';
import { rotatedSince } from './key-effects';
import { reapply, type Reapplied } from './reapply';

export interface BroughtForward {
  readonly ended: Ended;
  /** Null when nobody knew what happened since. */
  readonly reapplied: Reapplied | null;
}

/**
 * Makes a database of an earlier time one of today, in a unit of work: ends what was short-lived, applies what happened since,
 * and tells of it in the log.
 * @param from where its log ends. @param events null when nobody has them.
 */
export async function bringForward(
  tx: Tx,
  config: Config,
  from: LogPosition,
  events: AsyncIterable<EventEntity> | null,
): Promise<BroughtForward> {
  const ended = await endWhatPasses(tx);
  const reapplied = events === null ? null : await reapply(tx, from, events);
  const log = new EventLog(new SystemClock(), config, new NoJournal());
  const nobody = { kind: 'system', id: null, name: null } as const;
  const data = { position: from.seq, reappliedTo: reapplied?.upTo.seq ?? null };
  const target = { type: 'database', id: 'kunci' };
  log.appendAs(tx, { ...nobody, companyId: null }, { type: 'database.restored', target, data });
  for (const { companyId, targetId, facts } of reapplied?.revoked ?? []) {
    const said = { kind: facts['kind'], name: facts['name'], reason: rotatedSince };
    const key = { type: 'key', id: targetId };
    log.appendAs(tx, { ...nobody, companyId }, { type: 'key.revoked', target: key, data: said });
  }
  return { ended, reapplied };
}
