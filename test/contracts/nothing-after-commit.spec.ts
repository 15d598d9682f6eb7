import { startApp, type TestApp } from '../support';
import { operationsOf } from '../support/operations';
import { type Ready } from '../support/ready';
import { RefusingDatabase } from '../support/refusing-database';
import { writingRequests } from '../support/writing-requests';

/** They send a body, and change nothing that anybody could ask for. */
const readingOperations = [
  'lookUpKey',
  'lookUpPlatformKey',
  'previewInvitation',
  'previewKeyPolicy',
  'previewPasswordReset',
  'verifyKey',
];

describe('nothing after COMMIT can turn what was done into a failure', () => {
  let test: TestApp;
  let database: RefusingDatabase;
  let requests: Record<string, () => Promise<Ready>>;

  beforeAll(async () => {
    test = await startApp();
    requests = await writingRequests(test);
    database = new RefusingDatabase(test);
  });
  afterAll(() => test.close());

  it('is asked of every operation that writes', () => {
    const writing = operationsOf(test)
      .filter(({ method }) => method !== 'GET')
      .map(({ id }) => id);
    expect([...Object.keys(requests), ...readingOperations].sort()).toEqual(writing.sort());
  });

  /** All of them in one test, for they are known only when the application runs. */
  it('each is answered as always, though the database refuses everything after the act', async () => {
    const outcomes: Record<string, unknown> = {};
    for (const [id, prepare] of Object.entries(requests)) {
      const always = await database.watch(await prepare());
      const ready = await prepare();
      const refused = await database.refusingAfter(always.committed, ready);
      outcomes[id] = { always: always.answer.status, refused: refused.answer.status };
    }
    const denied = Object.entries(outcomes).filter(([, outcome]) => {
      const { always, refused } = outcome as { always: number; refused: number };
      return always < 200 || always > 299 || refused !== always;
    });
    expect(denied).toEqual([]);
  }, 120_000);

  it('would show a service that reads after its unit', async () => {
    const prepare = requests['updateCompany'];
    const ready = await prepare?.();
    const late = async (): Promise<number> => {
      const answer = await ready?.();
      const again = await test.anyone.get('/health/ready');
      return Math.max(answer?.status ?? 0, again.status);
    };
    expect((await database.refusingAfter(1, late)).answer).toBe(503);
  });
});
