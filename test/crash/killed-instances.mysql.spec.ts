import { anOwnServer, type OwnServer } from '../support/own-server';
import { CrashTest, type Disaster, rounds, Stage } from './support';

describe('two instances on one database under ten writers', () => {
  let server: OwnServer;
  let stage: Stage;
  let crash: CrashTest;

  beforeAll(async () => {
    server = await anOwnServer({ durable: true });
    stage = await Stage.open(2, { DATABASE_URL: await server.database() });
    crash = new CrashTest('killed instances', stage);
  });
  afterAll(async () => {
    crash.report();
    await stage.close();
    await server.close();
  });

  const killInstance = (): Disaster => {
    const slot = crash.dice.oneOf(stage.slots);
    return { strike: () => slot.kill(), answersAfter: 20, mend: () => slot.start(), holders: 1 };
  };
  const killDatabase = (): Disaster => ({
    strike: () => server.kill(),
    answersAfter: 20,
    mend: () => server.again(),
    holders: stage.slots.length,
  });

  it.each(rounds)(
    'keep what they answered when one of them, then the database is killed, round %i',
    async () => {
      expect(await crash.round(killInstance())).toEqual([]);
      expect(await crash.round(killDatabase())).toEqual([]);
    },
  );

  it('answer each repetition, and do it once', async () => {
    expect(await crash.finish()).toEqual([]);
  });

  it('leave an intact event log', async () => {
    expect(await stage.installation.run('verify-log', stage.env)).toContain('The event log is intact');
  });
});
