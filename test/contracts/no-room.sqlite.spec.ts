import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { aCompany, startApp, type TestApp } from '../support';

/** More pages than any test writes. */
const plenty = 1_000_000;

describe('a database without room', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  /** What SQLite says at this bound is what it says when the disk is full. */
  const allowPages = (count: number): Promise<unknown> =>
    test.app.get(UnitOfWork).run((tx) => managerOf(tx).query(`PRAGMA max_page_count = ${count}`));

  it('503 says to come again, goes on reading, and writes again once there is room', async () => {
    const { owner } = await aCompany(test);
    let made = 0;
    const make = () => owner.post('/roles', { name: `Role ${(made += 1)}`, permissions: [] });
    // Never less than what is used already.
    await allowPages(1);
    let answer = await make();
    while (answer.status === 201) answer = await make();

    expect(answer).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      body: { code: 'unavailable' },
    });
    expect((await owner.get('/roles')).status).toBe(200);
    await allowPages(plenty);
    expect((await make()).status).toBe(201);
  });
});
