import { AsyncLocalStorage } from 'node:async_hooks';
import { EventLog } from '../../src/audit';
import { Reader, type Tx, UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { type TestApp } from './test-app';

/** The result of a request while the database was watched. */
export interface Watched<T> {
  readonly answer: T;
  /** How many units of work were committed before the database began to refuse, or in all. */
  readonly committed: number;
}

/**
 * The database of a running application, which can be made to refuse everything as soon as an act is committed: every
 * read and every further unit of work. An act is a unit that wrote an event. What the application does meanwhile by itself, as heartbeats
 * and upkeep do, does not descend from the request: it is not counted.
 */
export class RefusingDatabase {
  private refuses = false;
  private limit = Infinity;
  private committed = 0;
  private readonly watchedWork = new AsyncLocalStorage<true>();

  constructor(test: TestApp) {
    this.refuseReads(test.app.get(Reader));
    this.watchUnits(test.app.get(UnitOfWork), this.acting(test.app.get(EventLog)));
  }

  /** Runs this and refuses nothing. */
  watch<T>(work: () => Promise<T>): Promise<Watched<T>> {
    return this.refusingAfter(Infinity, work);
  }

  /** Runs this, and refuses everything after the first unit that is an act, and at the latest after so many units. */
  async refusingAfter<T>(units: number, work: () => Promise<T>): Promise<Watched<T>> {
    this.limit = units;
    this.committed = 0;
    try {
      const answer = await this.watchedWork.run(true, work);
      return { answer, committed: this.committed };
    } finally {
      this.refuses = false;
      this.limit = Infinity;
    }
  }

  private refuseReads(reader: Reader): void {
    const source = managerOf(reader).dataSource;
    const createQueryRunner = source.createQueryRunner.bind(source);
    source.createQueryRunner = (mode) => {
      if (this.refuses) throw new RefusedByTest('reads');
      return createQueryRunner(mode);
    };
  }

  private watchUnits(units: UnitOfWork, acts: WeakSet<Tx>): void {
    units.run = this.watched(units.run.bind(units), acts);
    units.runAhead = this.watched(units.runAhead.bind(units), acts);
  }

  private watched(run: UnitOfWork['run'], acts: WeakSet<Tx>): UnitOfWork['run'] {
    return async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
      if (this.refuses) throw new RefusedByTest('units of work');
      const unit = { isAct: false };
      const result = await run(async (tx) => {
        const done = await work(tx);
        unit.isAct = acts.has(tx);
        return done;
      });
      if (!this.watchedWork.getStore()) return result;
      this.committed += 1;
      this.refuses = this.limit < Infinity && (unit.isAct || this.committed >= this.limit);
      return result;
    };
  }

  private acting(events: EventLog): WeakSet<Tx> {
    const acts = new WeakSet<Tx>();
    const appendAs = events.appendAs.bind(events);
    events.appendAs = (tx, actor, draft) => {
      acts.add(tx);
      return appendAs(tx, actor, draft);
    };
    return acts;
  }
}

class RefusedByTest extends Error {
  readonly code = 'ECONNREFUSED';

  constructor(what: string) {
    super(`The test refuses ${what} after the act`);
  }
}
