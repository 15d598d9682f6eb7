import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type EventDraft, type EventKind } from '../../libs/events';
import { type AppendedEvent, EventEntity, EventLog } from '../audit';
import { Receipts, type Revocation } from '../cluster';
import { type Tx } from '../platform/database';
import { asOperator, noUser, type Principal } from '../tenancy';

/** What operators do is written to the log of the company it is done to, so that its members can read it there. */
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
    return this.events.appendAs(tx, { companyId, kind: 'user', id: user.id, name: user.username }, draft);
  }

  /** The event of the last time that this was done, or null when the log does not have it. */
  async earlier(
    principal: Principal,
    done: { readonly companyId: string | null; readonly kind: EventKind; readonly targetId: string },
    tx: Tx,
  ): Promise<AppendedEvent | null> {
    const { companyId, kind, targetId } = done;
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
