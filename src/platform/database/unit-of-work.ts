import { AsyncLocalStorage } from 'node:async_hooks';
import { DeadlineExceeded, within } from '../deadline';
import { type Tx } from './tx';

export type Work<T> = (tx: Tx) => Promise<T>;

/**
 * Everything that writes runs in here: all of it is committed, or none of it. The work must await nothing but the
 * database, and must be fit to run again from the start, which it does after a deadlock.
 */
export abstract class UnitOfWork {
  private readonly inside = new AsyncLocalStorage<true>();

  /**
   * @returns what `work` returned, once it is committed.
   * @throws what `work` threw, after the roll-back; `GateTimeout` or `UnitTimeout` when the database is too slow.
   */
  run<T>(work: Work<T>): Promise<T> {
    // A unit inside a unit would wait for its own end on SQLite, and tear the act in two on MySQL.
    if (this.inside.getStore())
      throw new Error('A unit of work was begun inside another; hand on its tx instead.');
    return this.inside.run(true, () => this.perform(work));
  }

  protected abstract perform<T>(work: Work<T>): Promise<T>;
}

/** Thrown when a unit took longer than it may. It has been rolled back. */
export class UnitTimeout extends DeadlineExceeded {
  constructor(deadlineMs: number) {
    super('A unit of work, which was rolled back,', deadlineMs);
  }
}

/** Does all of the work but the COMMIT. Rejects with `UnitTimeout` when it is not done in time. */
export function workAndFinish<T>(tx: Tx, work: Work<T>, deadlineMs: number): Promise<T> {
  const all = async (): Promise<T> => {
    const result = await work(tx);
    await tx.finish();
    return result;
  };
  return within(all(), deadlineMs, () => new UnitTimeout(deadlineMs));
}
