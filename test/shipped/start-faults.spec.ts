import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { createServer as createMysqlServer } from 'mysql2';
import { builtServer } from '../support/built-server';
import { freePort } from '../support/free-port';
import { Installation } from '../support/installation';

const deadlineMs = 40_000;
const password = 'not-to-be-told';

/** How a program ended, and what it said. */
interface Outcome {
  readonly code: number | null;
  readonly said: string;
}

describe('what keeps the server or a command from running', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kunci-test-'));
  const installation = new Installation();
  const taken = createServer();
  afterAll(async () => {
    await installation.close();
    taken.close();
    rmSync(folder, { recursive: true });
  });

  async function server(env: Record<string, string>): Promise<Outcome> {
    const instance = installation.launch(env);
    const { code } = await instance.ended;
    return { code, said: instance.lines.filter((line) => !line.startsWith('{')).join('\n') };
  }

  function command(name: string, env: Record<string, string>, ...args: string[]): Promise<Outcome> {
    const file = path.join(path.dirname(builtServer()), 'cli', `${name}.js`);
    return new Promise((resolve) => {
      const options = { env: { PATH: process.env['PATH'] ?? '', ...env }, timeout: deadlineMs };
      const child = execFile(process.execPath, [file, ...args], options, (_error, stdout, stderr) =>
        resolve({ code: child.exitCode, said: `${stdout}${stderr}`.trim() }),
      );
      child.stdin?.end('a long enough password\n');
    });
  }

  /** A folder for data in which this file holds this. */
  function dataWith(name: string, content: string | Buffer): string {
    const data = mkdtempSync(path.join(folder, 'data-'));
    writeFileSync(path.join(data, name), content);
    return data;
  }

  function expectTold({ code, said }: Outcome, sentence: RegExp): void {
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/\n\s+at |Error:|node_modules|not-to-be-told/);
    expect(said.split('\n').length).toBeLessThanOrEqual(2);
    expect(code).toBe(1);
  }

  describe('about the version', () => {
    /** A database in which a later version says this of its migration. */
    async function migratedLater(runsWith: string | null): Promise<string> {
      const data = mkdtempSync(path.join(folder, 'data-'));
      await command('migrate', { DATA_DIR: data });
      const file = new Sqlite(path.join(data, 'kunci.db'));
      const insert = 'INSERT INTO migrations (timestamp, name, runs_with) VALUES (?, ?, ?)';
      file.prepare(insert).run(1_790_000_009_001, 'Later1790000009001', runsWith);
      file.close();
      return data;
    }

    it('names the later migration, and the version that it needs', async () => {
      expectTold(
        await server({ DATA_DIR: await migratedLater('99.0.0') }),
        /migration Later1790000009001, beside which only version 99\.0\.0 or later may run/,
      );
    });

    it('names the later migration that allows no other version', async () => {
      expectTold(
        await server({ DATA_DIR: await migratedLater(null) }),
        /migration Later1790000009001, which this version \(\d+\.\d+\.\d+\) does not know/,
      );
    });

    it('is nothing where the later migration allows this one', async () => {
      const instance = await installation.start({ DATA_DIR: await migratedLater('0.1.0') });

      expect((await instance.wire.get('/health/ready')).status).toBe(200);
    });
  });

  describe('about the port', () => {
    let port: string;

    beforeAll(async () => {
      port = String(await listening(taken));
    });

    it('names the port that is taken', async () => {
      expectTold(
        await server({ PORT: port }),
        /^Kunci cannot start:\n {2}- Port \d+ of 127\.0\.0\.1 is taken by another process\. .* set PORT/,
      );
    });

    it('names the port for gateways that is taken, with its own setting', async () => {
      expectTold(
        await server({ GATEWAY_LISTEN: port }),
        /- Gateways cannot be listened to on port \d+ of 127\.0\.0\.1 \(EADDRINUSE\)\. Set GATEWAY_LISTEN/,
      );
    });

    it('names the setting without which gateways could connect from anywhere', async () => {
      expectTold(
        await server({ GATEWAY_LISTEN: '0.0.0.0:0' }),
        /^Kunci cannot start:\n {2}- GATEWAY_ALLOWED_ADDRESSES is missing/,
      );
    });

    it('names the address that this machine does not have', async () => {
      expectTold(
        await server({ HOST: '203.0.113.9' }),
        /- This machine has no address 203\.0\.113\.9\. Set HOST/,
      );
    });
  });

  describe('about DATA_DIR', () => {
    const corrupt = (): string => dataWith('kunci.db', randomBytes(8_192));

    it('says that it is a file', async () => {
      const env = { DATA_DIR: path.join(dataWith('file', ''), 'file') };
      expectTold(await server(env), /- \S+ is a file, and must be a folder\. .* set DATA_DIR to a folder\.$/);
      expectTold(await command('migrate', env), /^\S+ is a file, and must be a folder\./);
    });

    it('says that it lies in a file', async () => {
      const env = { DATA_DIR: path.join(dataWith('file', ''), 'file', 'data') };
      expectTold(await server(env), /- A part of the path \S+ is a file, and must be a folder\./);
    });

    it('says that the database is a folder', async () => {
      const data = mkdtempSync(path.join(folder, 'data-'));
      mkdirSync(path.join(data, 'kunci.db'));
      expectTold(await server({ DATA_DIR: data }), /- \S+kunci\.db is a folder, and must be a file\./);
    });

    it('says that the database is none', async () => {
      expectTold(
        await server({ DATA_DIR: corrupt() }),
        /- kunci\.db in DATA_DIR is damaged, .* restore a backup/,
      );
    });

    it.each([
      ['migrate'],
      ['secrets'],
      ['verify-log'],
      ['events'],
      ['recover', '--accept-revived'],
      ['backup', path.join(folder, 'backup')],
      ['operator', 'somebody@example.com'],
    ])('says so of a command too: %s', async (name, ...args) => {
      expectTold(
        await command(name, { DATA_DIR: corrupt() }, ...args),
        /^kunci\.db in DATA_DIR is damaged, .* restore a backup/,
      );
    });

    it('says that there is no database to read', async () => {
      expectTold(
        await command('verify-log', { DATA_DIR: path.join(dataWith('file', ''), 'no') }),
        /^There is no SQLite database in DATA_DIR/,
      );
    });

    it('says that the lock is damaged, and not that another process has it', async () => {
      const env = { DATA_DIR: dataWith('lock.db', randomBytes(8_192)) };
      expectTold(await server(env), /^\S+lock\.db cannot be locked\. .* remove it and start again\.$/);
    });

    it('says that the secrets of development are damaged, and tells none of them', async () => {
      const env = { DATA_DIR: dataWith('development-secrets.json', `${password}"`) };
      expectTold(await command('migrate', env), /^\S+development-secrets\.json is damaged\./);
    });
  });

  describe('about the secrets', () => {
    it.each([
      ['that a file is not there', 'no-such-file', 'ENOENT'],
      ['that a file is a folder', '.', 'EISDIR'],
    ])('says %s', async (_what, name, code) => {
      const env = { KUNCI_PEPPERS: '', KUNCI_PEPPERS_FILE: path.join(folder, name) };
      expectTold(
        await server(env),
        new RegExp(`^Kunci cannot start:\n {2}- KUNCI_PEPPERS_FILE cannot be read: ${code}`),
      );
    });
  });

  describe('about DATABASE_URL', () => {
    const url = (port: number): string => `mysql://somebody:${password}@127.0.0.1:${port}/kunci`;

    it('says that nothing answers there, of the server, of its workers and of a command', async () => {
      const port = await freePort();
      const told =
        /The MySQL server at 127\.0\.0\.1:\d+ does not answer \(ECONNREFUSED\)\. .* DATABASE_URL\.$/;
      expectTold(await server({ DATABASE_URL: url(port) }), told);
      expectTold(await server({ DATABASE_URL: url(port), WORKERS: '2' }), told);
      expectTold(await command('migrate', { DATABASE_URL: url(port), DATA_DIR: folder }), told);
    });

    it.each([
      [
        'the password is wrong',
        1045,
        /- The MySQL server refuses the user or the password of DATABASE_URL\./,
      ],
      ['there is no such database', 1049, /- The MySQL server has no database of the name in DATABASE_URL\./],
      ['the user may not use it', 1044, /- The user in DATABASE_URL lacks rights to the database/],
    ])('says that %s', async (_what, errno, told) => {
      const refusing = createMysqlServer((connection) => {
        connection.on('error', () => connection.destroy());
        connection.serverHandshake({
          protocolVersion: 10,
          serverVersion: '8.4.0',
          connectionId: 1,
          statusFlags: 2,
          characterSet: 45,
          capabilityFlags: 0xffffff ^ 0x800,
          authCallback: (_params: unknown, done: (error: null, refusal: object) => void) =>
            done(null, { message: `refused: ${password}`, code: errno }),
        });
      });
      const port = await freePort();
      refusing.listen(port);
      try {
        expectTold(await server({ DATABASE_URL: url(port) }), told);
      } finally {
        await new Promise((resolve) => refusing.close(resolve));
      }
    });
  });
});

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
