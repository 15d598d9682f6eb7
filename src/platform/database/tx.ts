import { type EntityManager } from 'typeorm';
import { MANAGER, type Unscoped } from './unscoped';

export type Dialect = 'sqlite' | 'mysql';

/** Asks a second connection whether a unit was committed. It waits for whoever still holds the row that it looks at. */
export type Proof = (tx: Tx) => Promise<boolean>;

/**
 * One open transaction. Modules hand it on and never look inside: rows are reached through a scoped repository, or through
 * one of the few doors that import `unscoped`.
 */
export class Tx implements Unscoped {
  readonly [MANAGER]: EntityManager;
  private readonly lastSteps: (() => Promise<void>)[] = [];
  private readonly whenCommitted: (() => void)[] = [];
  private firstProof: Proof | null = null;

  constructor(
    manager: EntityManager,
    readonly dialect: Dialect,
  ) {
    this[MANAGER] = manager;
  }

  /** How to find out whether this unit was committed, where the answer to COMMIT was lost; null where nobody can tell. */
  get proof(): Proof | null {
    return this.firstProof;
  }

  /** Runs `step` as the last thing before COMMIT. The event log lives here: its one lock is held as briefly as can be. */
  beforeCommit(step: () => Promise<void>): void {
    this.lastSteps.push(step);
  }

  /**
   * Runs `step` once everything is committed, before the act is answered. Not when the unit is rolled back. What it throws
   * is reported and changes nothing: the act is done.
   */
  afterCommit(step: () => void): void {
    this.whenCommitted.push(step);
  }

  /**
   * Says how to find out whether this unit was committed. A unit that writes an event can be proven by it already; the
   * first proof is kept, for a unit is committed as a whole.
   */
  provenBy(proof: Proof): void {
    this.firstProof ??= proof;
  }

  async finish(): Promise<void> {
    for (const step of this.lastSteps) await step();
  }

  /** @param report is told what a step threw. */
  committed(report: (fault: unknown) => void): void {
    for (const step of this.whenCommitted) {
      try {
        step();
      } catch (fault) {
        report(fault);
      }
    }
  }
}

/** Reads outside a transaction, on connections that cannot write. */
export class Reader implements Unscoped {
  readonly [MANAGER]: EntityManager;

  constructor(
    manager: EntityManager,
    readonly dialect: Dialect,
  ) {
    this[MANAGER] = manager;
  }
}

/**
 * For what no request may wait for: finding a presented key, and the heartbeats that keep cached keys fresh. It has
 * connections of its own, so that slow reads cannot keep it waiting, and gives up within a second. What it writes is one row
 * in one statement; an act of somebody belongs into a unit of work.
 */
export class FastReader implements Unscoped {
  readonly [MANAGER]: EntityManager;

  constructor(
    manager: EntityManager,
    readonly dialect: Dialect,
  ) {
    this[MANAGER] = manager;
  }
}
