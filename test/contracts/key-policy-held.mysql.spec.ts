import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { KeyPolicies } from '../../src/settings';
import { aCompany, startApp, type TestApp, type TestCompany } from '../support';
import { actingFor } from '../support/principals';

describe('the policy of a kind, held by a unit that makes a key', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  beforeEach(async () => {
    company = await aCompany(test);
  });

  const units = (): UnitOfWork => test.app.get(UnitOfWork);

  /** Runs `meanwhile` while a unit of work holds the policy. */
  async function whileHeld<T>(meanwhile: () => Promise<T>): Promise<T> {
    let enter = (): void => undefined;
    let leave = (): void => undefined;
    const entered = new Promise<void>((resolve) => (enter = resolve));
    const left = new Promise<void>((resolve) => (leave = resolve));
    const unit = units().run(async (tx) => {
      await test.app.get(KeyPolicies, { strict: false }).hold(actingFor(company), 'company', tx);
      enter();
      await left;
    });
    await Promise.race([entered, unit]);
    try {
      return await meanwhile();
    } finally {
      leave();
      await unit;
    }
  }

  /** What changing it would do, without waiting for it. */
  const lockAtOnce = (): Promise<unknown> =>
    units().run((tx) =>
      managerOf(tx).query(
        `SELECT kind FROM key_policies WHERE company_id = ? AND kind = 'company' FOR UPDATE NOWAIT`,
        [company.id],
      ),
    );

  it('lets others make keys where there is no limit', async () => {
    const made = await whileHeld(() => company.owner.post('/keys', { kind: 'company', name: 'Meanwhile' }));

    expect(made.status).toBe(201);
  });

  it.each([null, 5])('keeps others from changing it, with a limit of %s', async (maxActive) => {
    await company.owner.patch('/settings', { keys: { company: { maxActive } } });

    await whileHeld(() => expect(lockAtOnce()).rejects.toThrow(/lock/i));

    expect(await lockAtOnce()).toHaveLength(1);
  });

  it('counts keys right after a limit was lowered or lifted', async () => {
    const setLimit = (maxActive: number | null) =>
      company.owner.patch('/settings', { keys: { company: { maxActive } } });
    const make = async (): Promise<number> =>
      (await company.owner.post('/keys', { kind: 'company', name: 'New' })).status;

    const without = await make();
    await setLimit(1);
    const limited = [await make(), await make()];
    await setLimit(null);

    expect([without, ...limited, await make(), await make()]).toEqual([201, 409, 409, 201, 201]);
  });
});
