import cluster, { type Worker } from 'node:cluster';
import { createLogger } from '../../src/platform/logging';
import { listens, Workers } from '../../src/workers';

describe('workers', () => {
  // A cast: of a worker only this is asked.
  const first = { id: 1, process: { pid: 4711 } } as unknown as Worker;
  afterEach(() => {
    cluster.removeAllListeners();
    jest.restoreAllMocks();
  });

  it('are not joined by others when the first says only after the stop that it listens', async () => {
    const fork = jest.spyOn(cluster, 'fork').mockReturnValue(first);
    const workers = new Workers(3, createLogger('silent'));
    const ended = workers.run();
    workers.stop();

    cluster.emit('message', first, listens);
    expect(fork).toHaveBeenCalledTimes(1);
    cluster.emit('exit', first, 0, '');
    expect(await ended).toBe(0);
  });
});
