import { eventOf, events } from '../../libs/events';
import { EventLog, verifyLog } from '../../src/audit';
import { Reader, UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { createTestDatabase, type TestDatabase } from '../support';
import { compose, type Composed } from '../support/compose';

const instanceCount = 3;
const actsPerInstance = 40;

describe('the event log of several instances on one database', () => {
  let database: TestDatabase;
  const instances: Composed[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    // At once: one of them migrates, and the others wait for it.
    const starting = Array.from({ length: instanceCount }, () => compose(database.env));
    instances.push(...(await Promise.all(starting)));
  });
  afterAll(async () => {
    for (const instance of instances) await instance.close();
    await database.drop();
  });

  const act = ({ app }: Composed, name: string): Promise<number> =>
    app
      .get(UnitOfWork)
      .run(async (tx) => {
        const actor = { companyId: null, kind: 'system', id: null, name } as const;
        const draft = eventOf(events.sessionOpened, name);
        return [app.get(EventLog).appendAs(tx, actor, draft), app.get(EventLog).appendAs(tx, actor, draft)];
      })
      .then(([first]) => first?.position ?? 0);

  it('has no gap, keeps the events of one act together, and is intact for all of them', async () => {
    const acts = instances.flatMap((instance, at) =>
      Array.from({ length: actsPerInstance }, (_, number) => act(instance, `${at}/${number}`)),
    );
    const positions = await Promise.all(acts);

    const total = instanceCount * actsPerInstance;
    // Two events each: every odd position is the first of an act.
    expect(positions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: total }, (_, at) => 1 + at * 2));
    for (const { app, config } of instances) {
      const verdict = await verifyLog(app.get(Reader), config.secrets.auditKey);
      expect(verdict).toEqual({ intact: true, events: total * 2 });
    }
  });

  it('tells each act the position under which every instance finds it', async () => {
    const [one, other] = instances;
    if (one === undefined || other === undefined) throw new Error('There are too few instances.');
    const position = await act(one, 'told');

    const rows: unknown = await managerOf(other.app.get(Reader)).query(
      'SELECT actor_name FROM events WHERE seq = ?',
      [position],
    );
    expect(rows).toEqual([{ actor_name: 'told' }]);
  });
});
