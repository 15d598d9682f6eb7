import { Installation } from '../support/installation';

describe('workers on SQLite', () => {
  const installation = new Installation();
  afterAll(() => installation.close());

  it('are one, and the server says why', async () => {
    const instance = await installation.start({ WORKERS: '4' });

    const warnings = instance.lines.filter((line) => line.includes('SQLite takes one process'));
    expect(warnings).toHaveLength(1);
    expect(instance.logged('worker listens')).toEqual([]);
    expect((await instance.wire.get('/health/ready')).status).toBe(200);
    expect(await instance.stop()).toEqual({ code: 0, signal: null });
  }, 200_000);
});
