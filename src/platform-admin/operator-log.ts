import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import {
  type AppendedEvent,
  EventEntity,
  type EventDraft,
  EventLog,
  Receipts,
  type Revocation,
} from '../events';
import { Reader, type Tx } from '../platform/database';
import { asOperator, noUser, type Principal } from '../tenancy';

/** What operators do is written to the log of the company it is done to, so that its members can read it there. */
@Injectable()
export class OperatorLog {
  constructor(
    private readonly events: EventLog,
    private readonly receipts: Receipts,
    private readonly reader: Reader,
  ) {}

  /** @param companyId whose log, or null for what concerns no company in particular. */
  append(tx: Tx, principal: Principal, companyId: string | null, draft: EventDraft): AppendedEvent {
    const { user } = principal;
    if (user === null) throw noUser();
    return this.events.appendAs(tx, { companyId, kind: 'user', id: user.id, name: user.username }, draft);
  }

  /**
   * Tells how far an act that can refuse keys has come.
   * @param event null when it had been done before: then the receipt is that of the last time.
   * @returns null when the log does not have it either.
   */
  async receipt(
    principal: Principal,
    event: AppendedEvent | null,
    done: { readonly companyId: string | null; readonly type: string; readonly targetId: string },
  ): Promise<Revocation | null> {
    if (event !== null) return this.receipts.awaitEffective(event);
    const { type, targetId } = done;
    const earlier = await asOperator(principal, this.reader).findOne(EventEntity, {
      where: { companyId: done.companyId ?? IsNull(), type, targetId },
      order: { seq: 'DESC' },
    });
    return earlier === null ? null : this.receipts.awaitEffective({ position: earlier.seq });
  }
}
