import { cutNextCommit } from '../support/commit-cut';
import { anOwnServer, type OwnServer } from '../support/own-server';
import { TcpProxy } from '../support/tcp-proxy';
import { CrashTest, type Disaster, rounds, Stage } from './support';

describe('an instance whose database goes away around a COMMIT, under ten writers', () => {
  let server: OwnServer;
  let network: TcpProxy;
  let stage: Stage;
  let crash: CrashTest;

  beforeAll(async () => {
    server = await anOwnServer({ durable: true });
    const url = await server.database();
    network = await TcpProxy.before(url);
    stage = await Stage.open(1, { DATABASE_URL: network.through(url) });
    crash = new CrashTest('cut COMMIT', stage);
  });
  afterAll(async () => {
    crash.report();
    await stage.close();
    await network.close();
    await server.close();
  });

  const cut = (): Disaster => {
    const at = crash.dice.oneOf(['before-commit', 'before-ok', 'after-ok'] as const);
    const away = crash.dice.oneOf([true, false]);
    let done = { cuts: 0 };
    return {
      strike: async () => void (done = cutNextCommit(network, at, away)),
      answersAfter: 30,
      mend: async () => {
        network.watch(null);
        expect(done.cuts).toBe(1);
        await network.heal();
      },
      holders: 1,
    };
  };

  it.each(rounds)('denies nothing that was done, round %i', async () => {
    expect(await crash.round(cut())).toEqual([]);
    expect(await crash.round(cut())).toEqual([]);
  });

  it('answers each repetition, and does it once', async () => {
    expect(await crash.finish()).toEqual([]);
  });

  it('leaves an intact event log', async () => {
    expect(await stage.installation.run('verify-log', stage.env)).toContain('The event log is intact');
  });
});
