import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type EventDraft, type EventKind } from '../../libs/events';
import { type AppendedEvent, EventEntity, EventLog } from '../audit';
import { Receipts, type Revocation } from '../cluster';
import { type Tx } from '../platform/database';
import { asOperator, isService, noUser, type Principal } from '../tenancy';

/** An act as the log has it: in whose log, which act, and what it was done to. */
export interface LoggedAct {
  /** Null for what concerns no company in particular. */
  readonly companyId: string | null;
  readonly kind: EventKind;
  readonly targetId: string;
}

/** What operators and service keys of the platform do is written to the log of the company it is done to, so that its members can read it there. */
@Injectable()
export class OperatorLog {
  constructor(
    private readonly events: EventLog,
    private readonly receipts: Receipts,
  ) {}

  /** @param companyId whose log, or null for what concerns no company in particular. */
  append(tx: Tx, principal: Principal, companyId: string | null, draft: EventDraft): AppendedEvent {
    const { user } = principal;
    if (user === null) throw noUser();
    const kind = isService(principal) ? 'service-key' : 'user';
    return this.events.appendAs(tx, { companyId, kind, id: user.id, name: user.username }, draft);
  }

  /** The event of an act that is done already, the last time it was. A log without it is a fault. */
  async earlier(principal: Principal, done: LoggedAct, tx: Tx): Promise<AppendedEvent> {
    const event = await this.find(principal, done, tx);
    if (event === null) throw new Error(`There is no event ${done.kind.type} of ${done.targetId}`);
    return event;
  }

  /** The same, or null where the log need not have it. */
  async find(
    principal: Principal,
    { companyId, kind, targetId }: LoggedAct,
    tx: Tx,
  ): Promise<AppendedEvent | null> {
    const found = await asOperator(principal, tx).findOne(EventEntity, {
      where: { companyId: companyId ?? IsNull(), type: kind.type, targetId },
      order: { seq: 'DESC' },
    });
    return found === null ? null : { position: found.seq };
  }

  /** Tells how far an act that can refuse keys has come. It does not fail. */
  receipt(event: AppendedEvent): Promise<Revocation> {
    return this.receipts.awaitEffective(event);
  }
}
