import { eventOf, events } from '../../libs/events';
import { type RunningApp } from '../../src/app.setup';
import { EventLog } from '../../src/audit';
import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { principalWith } from '../../src/tenancy';

export interface UnitRun {
  readonly withEvent: boolean;
  /** How many units are under way at the same time. */
  readonly workers: number;
  readonly seconds: number;
}

/** Units of work, each of which changes another row, with an event or without. @returns how many were committed per second. */
export async function unitsPerSecond({ app }: RunningApp, run: UnitRun): Promise<number> {
  const [units, log] = [app.get(UnitOfWork), app.get(EventLog, { strict: false })];
  const ids = await units.run((tx) =>
    managerOf(tx).query<{ id: string }[]>(`SELECT id FROM api_keys LIMIT ${run.workers}`),
  );
  const began = performance.now();
  let done = 0;
  const worker = async ({ id }: { readonly id: string }): Promise<void> => {
    while (performance.now() - began < run.seconds * 1_000) {
      await units.run(async (tx) => {
        await managerOf(tx).query('UPDATE api_keys SET revoked_reason = ? WHERE id = ?', [String(done), id]);
        if (run.withEvent)
          log.append(tx, nobody, eventOf(events.keyDeleted, id, { kind: 'company', name: String(done) }));
      });
      done += 1;
    }
  };
  await Promise.all(ids.map(worker));
  return done / ((performance.now() - began) / 1_000);
}

const nobody = principalWith({
  ...{ company: null, user: null, key: null, session: null, operator: false },
  ...{ method: 'password', permissions: [] },
});
