import { events } from '../../../libs/events';
import { EventEntity, type LogPosition } from '../../audit';
import { type Tx } from '../../platform/database';
import { type PastEvent } from './effect';
import { effectOf, made, ofModules, passing } from './effects';
import { type Rows, rowsOf } from './rows';

/** The result of re-applying events that an older database did not have. */
export interface Reapplied {
  readonly events: number;
  /** The last of them, or where the database ended. */
  readonly upTo: LogPosition;
  readonly lastAt: Date | null;
  /** Sentences: what people have to do by hand, because the log does not contain it. */
  readonly leftToDo: readonly string[];
  /** How many changes to rows of business modules are lost, by event type: those rows are as in the backup. */
  readonly modules: ReadonlyMap<string, number>;
  /** How many things were made since and are missing, by event type. */
  readonly missing: ReadonlyMap<string, number>;
  /** Types of events that this version does not know how to apply. */
  readonly unknown: readonly string[];
  /** The keys that were rotated since and had to be revoked. */
  readonly revoked: readonly PastEvent[];
}

const batchSize = 200;

/** Appends the missing events to the log unchanged, and changes the rows as they say. */
export async function reapply(
  tx: Tx,
  from: LogPosition,
  events: AsyncIterable<EventEntity>,
): Promise<Reapplied> {
  const rows = rowsOf(tx);
  const account = new Account(from);
  let batch: EventEntity[] = [];
  for await (const event of events) {
    await applyTo(rows, event, account);
    batch.push(event);
    if (batch.length < batchSize) continue;
    await rows.insert(EventEntity, batch);
    batch = [];
  }
  if (batch.length > 0) await rows.insert(EventEntity, batch);
  const { seq, hash } = account.upTo;
  await rows.query('UPDATE event_head SET seq = ?, hash = ? WHERE id = 1', [seq, hash]);
  return account;
}

async function applyTo(rows: Rows, event: EventEntity, account: Account): Promise<void> {
  account.note(event);
  const effect = effectOf(event.type);
  if (effect === null) return;
  const past = pastOf(event);
  const left = await effect(rows, past);
  if (left === null) return;
  account.sentences.add(left);
  if (event.type === events.keyRotated.type) account.revoked.push(past);
}

function pastOf({ type, companyId, targetId, at, data }: EventEntity): PastEvent {
  // A cast: the log writes objects only.
  const facts = JSON.parse(data) as Record<string, unknown>;
  return { type, companyId: companyId ?? '', targetId, at, facts };
}

class Account implements Reapplied {
  events = 0;
  lastAt: Date | null = null;
  readonly sentences = new Set<string>();
  readonly modules = new Map<string, number>();
  readonly missing = new Map<string, number>();
  readonly revoked: PastEvent[] = [];
  private readonly unknownTypes = new Set<string>();

  constructor(public upTo: LogPosition) {}

  get leftToDo(): string[] {
    return [...this.sentences];
  }

  get unknown(): string[] {
    return [...this.unknownTypes];
  }

  note({ seq, hash, at, type }: EventEntity): void {
    this.events += 1;
    this.lastAt = at;
    this.upTo = { seq, hash };
    if (made.includes(type)) countOne(this.missing, type);
    else if (ofModules.includes(type)) countOne(this.modules, type);
    else if (effectOf(type) === null && !passing.includes(type)) this.unknownTypes.add(type);
  }
}

function countOne(counts: Map<string, number>, type: string): void {
  counts.set(type, (counts.get(type) ?? 0) + 1);
}
