import { type Logger } from 'pino';
import { type Background, DeadlineExceeded } from '../../platform';
import { type UnitOfWork } from '../../platform/database';
import { HolderReports } from './holder-reports';
import { type ReportedKeys } from './reported-keys';
import { type ReportedSecrets } from './reported-secrets';

/** Reports of texts that are the ids of keys, and what each of them meets. */
function reports(meets: (keyId: string) => void) {
  const told: unknown[] = [];
  const [looked, ended]: [string[][], string[]] = [[], []];
  const secrets = {
    find: async (texts: string[]) => {
      looked.push(texts);
      return { secrets: texts.map((keyId) => ({ keyId })), serviceKeyIds: [] };
    },
  };
  const keys = {
    isKnownDead: ({ keyId }: { keyId: string }) => keyId.startsWith('dead'),
    end: async ({ keyId }: { keyId: string }) => {
      meets(keyId);
      ended.push(keyId);
    },
  };
  let last = async (): Promise<void> => undefined;
  const background = { every: () => undefined, onShutdown: (act: typeof last) => (last = act) };
  const log = { error: (fault: unknown) => told.push(fault) };
  // Casts: it asks for nothing else of these.
  const made = new HolderReports(
    secrets as unknown as ReportedSecrets,
    keys as unknown as ReportedKeys,
    { run: (work: (tx: null) => Promise<void>) => work(null) } as unknown as UnitOfWork,
    log as unknown as Logger,
    background as unknown as Background,
  );
  return { made, looked, ended, told, stop: () => last() };
}

describe('reports of secrets', () => {
  it('look nothing up before they are answered', async () => {
    const { made, looked, ended } = reports(() => undefined);
    made.take([' a', '"a"', 'b'], null);

    expect(looked).toEqual([]);
    await made.flush();
    expect([looked, ended]).toEqual([[['a', 'b']], ['a', 'b']]);
  });

  it('are carried out before the server stops', async () => {
    const { made, ended, stop } = reports(() => undefined);
    made.take(
      Array.from({ length: 250 }, (_, at) => String(at)),
      null,
    );
    await stop();

    expect(ended).toHaveLength(250);
  });

  it('cost nothing for a secret that is known to be dead', async () => {
    const { made, ended } = reports(() => undefined);
    made.take(['dead', 'a'], null);
    await made.flush();

    expect(ended).toEqual(['a']);
  });

  it('wait while the database does not answer', async () => {
    let isAway = true;
    const { made, ended, told } = reports(() => {
      if (isAway) throw new DeadlineExceeded('A unit', 1);
    });
    made.take(['a', 'b'], null);
    await expect(made.flush()).rejects.toThrow(DeadlineExceeded);
    isAway = false;
    await made.flush();

    expect([ended, told]).toEqual([['a', 'b'], []]);
  });

  it('do not keep others waiting with one that cannot be carried out', async () => {
    const { made, ended, told } = reports((keyId) => {
      if (keyId === 'a') throw new Error('a broken row');
    });
    made.take(['a', 'b'], null);
    await made.flush();

    expect(ended).toEqual(['b']);
    expect(told).toMatchObject([{ keyId: 'a' }]);
  });

  it('503 are not taken when too many wait', () => {
    const { made } = reports(() => undefined);
    const thousand = (from: number) => Array.from({ length: 1_000 }, (_, at) => `${from} ${at}`);
    for (let from = 0; from < 20; from += 1) made.take(thousand(from), null);

    expect(() => made.take(['one more'], null)).toThrow(
      expect.objectContaining({ kind: expect.objectContaining({ status: 503 }) }),
    );
  });
});
