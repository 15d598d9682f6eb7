import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { builtServer } from '../support/built-server';
import { verified, WireOwner } from '../support/company-by-wire';
import { Instance } from '../support/instance';

const secret = (): string => randomBytes(32).toString('base64');

/** It may have to be built first, while others build too. */
const buildMs = 180_000;
/** A dozen starts of the server and of commands. */
const startsMs = 180_000;

describe('the built server and its commands, on a SQLite file', () => {
  let folder: string;
  let env: Record<string, string>;
  let instance: Instance;

  const start = (): Promise<Instance> => {
    instance = new Instance(env);
    return instance.listening();
  };
  const file = (name: string): string => join(folder, name);
  const command = (name: string, ...args: string[]) => {
    const program = join(dirname(builtServer()), 'cli', `${name}.js`);
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  beforeAll(() => {
    builtServer();
    folder = mkdtempSync(join(tmpdir(), 'kunci-put-back-'));
    env = {
      KUNCI_MODE: 'production',
      DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'info',
      ...{ KUNCI_PEPPERS: `v1:${secret()}`, KUNCI_KEKS: `v1:${secret()}`, KUNCI_AUDIT_KEY: secret() },
    };
  }, buildMs);
  afterEach(() => instance.kill());
  afterAll(() => rmSync(folder, { recursive: true }));

  it(
    'starts after every kill in the middle of a write, and notices a file that was put back',
    async () => {
      const first = await WireOwner.of((await start()).wire);
      const [revoked, kept] = [await first.key(), await first.key()];
      await instance.stop();
      copyFileSync(file('data/kunci.db'), file('old.db'));
      for (let round = 0; round < 3; round += 1) {
        const owner = await WireOwner.of((await start()).wire);
        const cutOff = Array.from({ length: 8 }, () => owner.key());
        await Promise.race(cutOff);
        // Those that are still under way are cut off, wherever they have got to.
        instance.signal('SIGKILL');
        await Promise.allSettled([instance.ended, ...cutOff]);
      }
      await start();
      await instance.wire.post(`/keys/${revoked.id}/revoke`, {}, first.headers);
      expect(command('backup', file('backup')).status).toBe(0);
      await instance.stop();

      for (const name of ['kunci.db-wal', 'kunci.db-shm']) rmSync(file(`data/${name}`), { force: true });
      copyFileSync(file('old.db'), file('data/kunci.db'));
      instance = new Instance(env);
      expect(await instance.ended).toMatchObject({ code: 1 });
      expect(instance.lines.join('\n')).toContain('npm run recover');
      expect(command('recover')).toMatchObject({ status: 0, stderr: '' });
      await start();
      expect((await verified(instance.wire, kept)).status).toBe(200);
      expect(await verified(instance.wire, revoked)).toMatchObject({
        status: 401,
        body: { code: 'revoked' },
      });
    },
    startsMs,
  );

  it(
    'restores with the events of a server that runs, and refuses without them',
    async () => {
      const owner = await WireOwner.of((await start()).wire);
      const key = await owner.key();
      expect(command('backup', file('before')).status).toBe(0);
      await owner.revoke(key);

      const old = env;
      env = { ...env, DATA_DIR: join(folder, 'new') };
      const refused = command('restore', file('before'));
      expect(refused).toMatchObject({ status: 1, stdout: '' });
      const position = /--after (\d+)/.exec(refused.stderr)?.[1] ?? '';
      env = old;
      expect(command('events', '--after', position, file('events')).status).toBe(0);
      expect(command('events', '--after', position).stdout).toBe(readFileSync(file('events'), 'utf8'));
      expect(command('events', '--after', '999999').status).toBe(1);
      await instance.stop();

      env = { ...env, DATA_DIR: join(folder, 'new') };
      expect(command('restore', '--events', file('events'), file('before'))).toMatchObject({ status: 0 });
      await start();
      expect(await verified(instance.wire, key)).toMatchObject({ status: 401, body: { code: 'revoked' } });
    },
    startsMs,
  );
});
