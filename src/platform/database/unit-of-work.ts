import { AsyncLocalStorage } from 'node:async_hooks';
import { DeadlineExceeded, within } from '../deadline';
import { type Place } from '../gate';
import { type Tx } from './tx';

export type Work<T> = (tx: Tx) => Promise<T>;

export interface UnitRules {
  /** For a command whose one unit of work takes as long as it needs; else each database has its own. */
  readonly deadlineMs?: number;
  /**
   * Whether a unit inside a unit is refused, which is a mistake in the program and shows as soon as it is run. To notice it,
   * Node follows every promise there is, which costs each request some microseconds: so not in production.
   */
  readonly catchNesting?: boolean;
  /** Is told what went wrong after a COMMIT, which no longer concerns who asked for the act. */
  readonly report?: (fault: unknown) => void;
}

/** What a unit is for. */
export interface Purpose {
  /**
   * Whether it ends something that must not go on: a key, a session, a membership. It may use the room that is kept for the
   * day the disk is full, so it writes little.
   */
  readonly ends?: boolean;
}

/** How a unit is performed. */
export interface Manner extends Purpose {
  readonly place: Place;
}

/**
 * Everything that writes runs in here: all of it is committed, or none of it. The work must await nothing but the
 * database, and must be fit to run again from the start, which it does after a deadlock.
 */
export abstract class UnitOfWork {
  private readonly inside: AsyncLocalStorage<true> | null;
  private readonly report: (fault: unknown) => void;

  constructor({ catchNesting = true, report = warn }: UnitRules) {
    this.inside = catchNesting ? new AsyncLocalStorage() : null;
    this.report = report;
  }

  /**
   * @returns what `work` returned, once it is committed.
   * @throws what `work` threw, after the roll-back; `GateTimeout` or `UnitTimeout` when the database is too slow;
   * `OutcomeUnknown` when nobody can tell whether the unit was committed. Whatever else is thrown, nothing was done.
   */
  run<T>(work: Work<T>, { ends = false }: Purpose = {}): Promise<T> {
    return this.begin(work, { place: 'in turn', ends });
  }

  /** As `run`, ahead of units that wait for SQLite's one connection: for a verdict on a key, which waits for no other work. */
  runAhead<T>(work: Work<T>): Promise<T> {
    return this.begin(work, { place: 'ahead' });
  }

  private begin<T>(work: Work<T>, manner: Manner): Promise<T> {
    if (this.inside === null) return this.perform(work, manner);
    // A unit inside a unit would wait for its own end on SQLite, and tear the act in two on MySQL.
    if (this.inside.getStore())
      throw new Error('A unit of work was begun inside another; hand on its tx instead.');
    return this.inside.run(true, () => this.perform(work, manner));
  }

  protected abstract perform<T>(work: Work<T>, manner: Manner): Promise<T>;

  /** To be called once the unit is committed: nothing that happens from now on can make it fail. */
  protected conclude(tx: Tx): void {
    tx.committed(this.report);
  }
}

function warn(fault: unknown): void {
  process.emitWarning(fault instanceof Error ? fault : String(fault));
}

/** Thrown when a unit took longer than it may. It has been rolled back. */
export class UnitTimeout extends DeadlineExceeded {
  constructor(deadlineMs: number) {
    super('A unit of work, which was rolled back,', deadlineMs);
  }
}

/** Thrown when COMMIT was sent, its answer did not come, and the database cannot be asked whether it took effect. */
export class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('Nobody can tell whether a unit of work was committed', { cause });
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
