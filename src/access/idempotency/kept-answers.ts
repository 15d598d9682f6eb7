import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/database';
import { type Principal } from '../../tenancy';

/** Notes an answer in the unit of work of the act that it answers. */
export type Note = (answer: object, tx: Tx) => Promise<void>;

/**
 * The answers to requests with an `Idempotency-Key`, on their way from the service that gives them into the unit of work
 * that does the act: both are committed, or neither is. So a client that lost the answer finds it by asking again, whatever
 * happened to the server in between.
 */
@Injectable()
export class KeptAnswers {
  private readonly notes = new WeakMap<Principal, Note>();

  /** Says that what this principal is answered is to be noted. The principal must stand for one request and no other. */
  expect(principal: Principal, note: Note): void {
    this.notes.set(principal, note);
  }

  /**
   * To be called by the service of every `@Idempotent()` route, within its unit of work; after the event was appended, if
   * the answer contains its position. It does nothing for a request without an `Idempotency-Key`.
   * @param answer is asked at the end of the unit.
   */
  keep(principal: Principal, tx: Tx, answer: () => object): void {
    const note = this.notes.get(principal);
    if (note !== undefined) tx.beforeCommit(() => note(answer(), tx));
  }
}
