import { type EntityManager } from 'typeorm';
import { MANAGER, type Unscoped } from './unscoped';

export type Dialect = 'sqlite' | 'mysql';

/**
 * One open transaction. Modules hand it on and never look inside: rows are reached through a scoped repository, or through
 * one of the few doors that import `unscoped`.
 */
export class Tx implements Unscoped {
  readonly [MANAGER]: EntityManager;
  private readonly lastSteps: (() => Promise<void>)[] = [];
  private readonly whenCommitted: (() => void)[] = [];

  constructor(
    manager: EntityManager,
    readonly dialect: Dialect,
  ) {
    this[MANAGER] = manager;
  }

  /** Runs `step` as the last thing before COMMIT. The event log lives here: its one lock is held as briefly as can be. */
  beforeCommit(step: () => Promise<void>): void {
    this.lastSteps.push(step);
  }

  /** Runs `step` once everything is committed, before the act is answered. Not when the unit is rolled back. */
  afterCommit(step: () => void): void {
    this.whenCommitted.push(step);
  }

  async finish(): Promise<void> {
    for (const step of this.lastSteps) await step();
  }

  committed(): void {
    for (const step of this.whenCommitted) step();
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
 * For what no request may wait for: finding a presented key, and the rounds that keep what is known of keys fresh. It has
 * connections of its own, so that slow reads cannot keep it waiting, and gives up within a second. What it writes is one row
 * in one statement; an act of somebody belongs into a unit of work.
 */
export class Urgent implements Unscoped {
  readonly [MANAGER]: EntityManager;

  constructor(
    manager: EntityManager,
    readonly dialect: Dialect,
  ) {
    this[MANAGER] = manager;
  }
}
