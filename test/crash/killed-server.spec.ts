import { CrashTest, type Disaster, rounds, Stage } from './support';

describe('a server on SQLite that is killed under ten writers', () => {
  let stage: Stage;
  let crash: CrashTest;

  beforeAll(async () => {
    stage = await Stage.open(1);
    crash = new CrashTest('killed server', stage);
  });
  afterAll(async () => {
    crash.report();
    await stage.close();
  });

  /** It starts again only if the journal of events agrees with the database. */
  const killServer = (): Disaster => ({
    strike: async () => {
      for (const slot of stage.slots) await slot.kill();
    },
    answersAfter: 0,
    mend: async () => {
      for (const slot of stage.slots) await slot.start();
    },
    holders: 1,
  });

  it.each(rounds)('keeps what it answered, round %i', async () => {
    expect(await crash.round(killServer())).toEqual([]);
  });

  it('answers each repetition, and does it once', async () => {
    expect(await crash.finish()).toEqual([]);
  });

  it('leaves an intact event log', async () => {
    expect(await stage.installation.run('verify-log', stage.env)).toContain('The event log is intact');
  });
});
