import { Inject, Injectable } from '@nestjs/common';
import { EventCatalogue, type EventDraft } from '../../libs/events';
import { Clock } from '../platform';
import { CONFIG, type Config } from '../platform/config';
import { type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { isMachine, isService, type Principal } from '../tenancy';
import { EventEntity } from './event.entity';
import { EventJournal } from './event-journal';
import { EventHead, lockHead } from './event-head';
import { chainHash } from './hash-chain';
import { insertEvents } from './insert-events';
import { type LogPosition } from './log-position';

/** An event whose place in the log is known once its unit of work is committed. */
export interface AppendedEvent {
  readonly position: number;
}

/** Who did it, when that is not a principal: sign-in happens before there is one. */
export interface Actor {
  readonly companyId: string | null;
  readonly kind: EventEntity['actorKind'];
  readonly id: string | null;
  readonly name: string | null;
}

export type CommitListener = (events: readonly EventEntity[]) => void;

/**
 * Appends to the event log. Rows are collected while the unit works and written as its last act, under the lock of the
 * one-row table `event_head`: so the order of the log is the order of the commits, it has no gap, and the lock is short.
 */
@Injectable()
export class EventLog {
  private readonly collected = new WeakMap<Tx, PendingEvent[]>();
  private readonly listeners: CommitListener[] = [];
  private readonly head = new EventHead();

  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly journal: EventJournal,
    private readonly catalogue: EventCatalogue,
  ) {}

  /** Calls this with the events of each unit of work, right after its commit and before the request is answered. */
  onCommitted(listener: CommitListener): void {
    this.listeners.push(listener);
  }

  /** Appends in the name of the principal, for their company. @throws for an event that no catalogue declares. */
  append(tx: Tx, principal: Principal, draft: EventDraft): AppendedEvent {
    return this.appendAs(tx, actorOf(principal), draft);
  }

  /** As `append`, in the name of this actor. */
  appendAs(tx: Tx, actor: Actor, draft: EventDraft): AppendedEvent {
    this.catalogue.assertDeclared(draft.kind.type);
    const event = new PendingEvent(actor, draft, this.clock.now());
    const waiting = this.collected.get(tx);
    if (waiting) {
      waiting.push(event);
      return event;
    }
    const events = [event];
    this.collected.set(tx, events);
    tx.beforeCommit(() => this.write(tx, events));
    return event;
  }

  private async write(tx: Tx, events: readonly PendingEvent[]): Promise<void> {
    let rows: readonly EventEntity[] = [];
    const { seq, hash } = await this.head.move(tx, (from) => {
      rows = this.linked(events, from);
      return rows.at(-1) ?? from;
    });
    await insertEvents(tx, rows);
    tx.provenBy((later) => isLogged(later, seq, hash));
    // The caller must find the act in force on this instance as soon as they have the answer.
    for (const listener of this.listeners) tx.afterCommit(() => listener(rows));
    tx.afterCommit(() => this.journal.append(rows));
  }

  /** The rows that follow this position of the log, each linked to the one before. */
  private linked(events: readonly PendingEvent[], { seq, hash }: LogPosition): EventEntity[] {
    let last = hash;
    return events.map((event, at) => {
      const row = event.rowAt(seq + at + 1);
      last = chainHash(this.config.secrets.auditKey, last, row);
      return { ...row, hash: last };
    });
  }
}

/**
 * Whether this event is in the log. The lock waits for a unit that is still at work on the head of the log; and the hash
 * tells the event from one that another unit wrote to its place after this one was rolled back.
 */
async function isLogged(tx: Tx, seq: number, hash: Buffer): Promise<boolean> {
  await lockHead(tx);
  return managerOf(tx).existsBy(EventEntity, { seq, hash });
}

class PendingEvent implements AppendedEvent {
  private seq: number | null = null;

  constructor(
    private readonly actor: Actor,
    private readonly draft: EventDraft,
    private readonly when: Date,
  ) {}

  get position(): number {
    if (this.seq === null) throw new Error('An event has no position before its unit of work is committed.');
    return this.seq;
  }

  /** The row at this place in the log. */
  rowAt(seq: number): Omit<EventEntity, 'hash'> {
    this.seq = seq;
    const { actor, draft } = this;
    return {
      seq,
      companyId: actor.companyId,
      at: this.when,
      type: draft.kind.type,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      targetType: draft.kind.target,
      targetId: draft.targetId,
      data: JSON.stringify(draft.data ?? {}),
    };
  }
}

function actorOf(principal: Principal): Actor {
  const companyId = principal.company?.id ?? null;
  if (principal.key && isService(principal))
    return { companyId, kind: 'service-key', id: principal.key.id, name: principal.key.name };
  if (principal.user && isMachine(principal))
    return { companyId, kind: 'service-account', id: principal.user.id, name: principal.user.username };
  // A person who signed in with a key is still the person; the key is named by the session.
  if (principal.user)
    return { companyId, kind: 'user', id: principal.user.id, name: principal.user.username };
  if (principal.key) return { companyId, kind: 'key', id: principal.key.id, name: principal.key.name };
  return { companyId, kind: 'system', id: null, name: null };
}
