import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Config, ConfigFault, loadConfig } from './index';

const secretOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const secrets = {
  KUNCI_PEPPERS: `v1:${secretOf(1)}`,
  KUNCI_KEKS: `v1:${secretOf(2)}`,
  KUNCI_AUDIT_KEY: secretOf(3),
};
const production = { KUNCI_MODE: 'production', ...secrets };

/** What keeps the server from starting with these settings. */
function faultsOf(env: Record<string, string>, args: readonly string[] = []): readonly string[] {
  try {
    loadConfig(env, args);
    return [];
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
    throw error;
  }
}

describe('the settings', () => {
  let folder: string;

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'kunci-config-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = (text: string): string => {
    const path = join(folder, `file-${readdirSync(folder).length}`);
    writeFileSync(path, text);
    return path;
  };

  it('need nothing in development: SQLite in the data folder, on this machine only', () => {
    expect(loadConfig({ DATA_DIR: folder })).toMatchObject({
      mode: 'development',
      http: { host: '127.0.0.1', port: 3000, publicUrl: 'http://127.0.0.1:3000', trustProxy: false },
      dataDir: folder,
      workers: 1,
      consoleDir: resolve('console'),
      database: { kind: 'sqlite', file: join(folder, 'kunci.db'), lockFile: join(folder, 'lock.db') },
      keyPrefix: 'kunci',
      cachedKeys: 100_000,
      metrics: 'closed',
      signUp: 'open',
      logLevel: 'info',
    } satisfies Omit<Config, 'secrets'>);
  });

  it('keep their data in ./data where nothing else is said', () => {
    expect(loadConfig(production).dataDir).toBe(resolve('data'));
  });

  it('are taken as they are given', () => {
    const given = {
      ...{
        PORT: '8080',
        HOST: '::',
        PUBLIC_URL: 'https://keys.example.com/',
        TRUST_PROXY: '10.0.0.0/8, ::1',
      },
      ...{ DATABASE_URL: 'mysql://kunci:pw@db:3307/kunci', SIGN_UP: 'closed', LOG_LEVEL: 'warn' },
      KUNCI_KEY_PREFIX: 'acme2',
      WORKERS: '4',
    };
    expect(loadConfig({ ...production, ...given })).toMatchObject({
      mode: 'production',
      http: {
        host: '::',
        port: 8080,
        publicUrl: 'https://keys.example.com',
        trustProxy: ['10.0.0.0/8', '::1'],
      },
      database: { kind: 'mysql', url: given.DATABASE_URL },
      keyPrefix: 'acme2',
      workers: 4,
      signUp: 'closed',
      logLevel: 'warn',
    });
  });

  it('name an IPv6 host in brackets in the address that browsers see', () => {
    expect(loadConfig({ ...production, HOST: '::1', PORT: '80' }).http.publicUrl).toBe('http://[::1]:80');
  });

  it('count an empty variable as absent', () => {
    const empty = { PORT: '', DATABASE_URL: '', TRUST_PROXY: '', KUNCI_PEPPERS_FILE: '' };
    expect(loadConfig({ ...production, ...empty })).toEqual(loadConfig(production));
  });

  it.each([[['--workers', '3']], [['--workers=3']]])(
    'may be said on the command line, which outranks the environment: %j',
    (args) => {
      expect(loadConfig({ ...production, WORKERS: '2' }, args).workers).toBe(3);
    },
  );

  it.each([
    [['--workers', '0'], 'WORKERS must be a number from 1 to 64'],
    [['--workers', '65'], 'WORKERS must be a number from 1 to 64'],
    [['--workers', 'many'], 'WORKERS must be a number from 1 to 64'],
    [['--workers', '-1'], "Option '--workers' argument is ambiguous"],
    [['--workers'], "Option '--workers <value>' argument missing"],
    [['--wrokers', '2'], "Unknown option '--wrokers'"],
    [['2'], "Unexpected argument '2'"],
  ])('are refused where a command line means nothing: %j', (args, why) => {
    const faults = faultsOf({ PORT: 'no' }, args);
    expect(faults).toHaveLength(2);
    expect(faults.join()).toContain(why);
  });

  it('put the current pepper and key-encryption key first', () => {
    const [older, newer] = [secretOf(8), secretOf(9)];
    const { peppers, keks, auditKey } = loadConfig({
      ...production,
      KUNCI_PEPPERS: `v2:${newer},v1:${older}`,
      KUNCI_KEKS: `b:${newer}, a:${older}`,
    }).secrets;

    expect(peppers.map(({ version }) => version)).toEqual(['v2', 'v1']);
    expect(keks.map(({ version, bytes }) => `${version}:${bytes.toString('base64')}`)).toEqual([
      `b:${newer}`,
      `a:${older}`,
    ]);
    expect(auditKey).toEqual(Buffer.alloc(32, 3));
  });

  describe('in production', () => {
    it('have no default secret', () => {
      const faults = faultsOf({ KUNCI_MODE: 'production', DATA_DIR: folder });
      expect(faults.map((fault) => fault.split(' ')[0])).toEqual(Object.keys(secrets));
      expect(readdirSync(folder)).toEqual([]);
    });

    it('take no secret from development', () => {
      loadConfig({ DATA_DIR: folder });
      expect(faultsOf({ KUNCI_MODE: 'production', DATA_DIR: folder })).toHaveLength(3);
    });

    it.each(Object.keys(secrets))('are refused without %s alone', (name) => {
      const faults = faultsOf({ ...production, [name]: '' });
      expect(faults).toEqual([expect.stringMatching(`^${name} \\(or ${name}_FILE\\) is missing`)]);
    });
  });

  describe('that are wrong', () => {
    const wrong = {
      PORT: '99999',
      DATABASE_URL: 'postgres://kunci:CANARY-db@db/kunci',
      PUBLIC_URL: 'keys.example.com',
      TRUST_PROXY: 'everyone',
      KUNCI_KEY_PREFIX: 'Kunci_',
      SIGN_UP: 'maybe',
      LOG_LEVEL: 'loud',
      KUNCI_PEPPERS: 'v1:CANARY-pepper',
      KUNCI_KEKS: `v1:${secretOf(4)},v1:${secretOf(5)}`,
      KUNCI_AUDIT_KEY: 'CANARY-audit',
    };

    it.each(['development', 'production'])('are all reported at once in %s', (mode) => {
      const faults = faultsOf({ ...wrong, KUNCI_MODE: mode, KUNCI_PEPER: 'x', DATA_DIR: folder });
      const named = faults.map((fault) => fault.split(' ')[0]);
      expect(named.toSorted()).toEqual([...Object.keys(wrong), 'KUNCI_PEPER'].toSorted());
    });

    it('are reported together with the secrets that production misses', () => {
      const named = faultsOf({ KUNCI_MODE: 'production', PORT: 'x' }).map((fault) => fault.split(' ')[0]);
      expect(named).toEqual(['PORT', ...Object.keys(secrets)]);
    });

    it('blame nothing that development would have made', () => {
      expect(faultsOf({ PORT: 'x', DATA_DIR: folder })).toHaveLength(1);
      expect(faultsOf({ KUNCI_PEPER: 'x', DATA_DIR: folder })).toHaveLength(1);
      expect(readdirSync(folder)).toEqual([]);
    });

    it('are named without repeating them', () => {
      const message = new ConfigFault(faultsOf(wrong)).message;
      for (const text of ['CANARY', secretOf(4), secretOf(5)]) expect(message).not.toContain(text);
    });

    it('stand one to a line for whoever starts the server', () => {
      expect(() => loadConfig({ PORT: 'x', SIGN_UP: 'x' })).toThrow(
        /^Kunci cannot start:\n {2}- PORT .*\n {2}- SIGN_UP .*$/,
      );
    });
  });

  describe('with a name that begins with KUNCI_', () => {
    it.each(['KUNCI_PEPPER', 'KUNCI_MODE_FILE', 'KUNCI_', 'KUNCI_DATABASE_URL'])(
      'are refused when %s is none of them',
      (name) => {
        expect(faultsOf({ ...production, [name]: 'x' })).toEqual([`${name} is not a setting of Kunci`]);
      },
    );

    it('leave the names of the test runner and of others alone', () => {
      expect(faultsOf({ ...production, KUNCI_TEST_DATABASE_URL: 'x', PATH: 'x', MY_KUNCI_X: 'x' })).toEqual(
        [],
      );
    });
  });

  describe('in files', () => {
    it.each(Object.entries(secrets))('hold %s, whatever blanks surround it', (name, secret) => {
      const env = { ...production, [name]: '', [`${name}_FILE`]: file(`\n ${secret}\r\n`) };
      expect(loadConfig(env)).toEqual(loadConfig(production));
    });

    it('hold the address of the database, which has a password', () => {
      const url = 'mysql://kunci:pw@db/kunci';
      expect(loadConfig({ ...production, DATABASE_URL_FILE: file(`${url}\n`) }).database).toEqual({
        kind: 'mysql',
        url,
      });
    });

    it('are refused beside the same setting as a variable', () => {
      const faults = faultsOf({ ...production, KUNCI_KEKS_FILE: file(secrets.KUNCI_KEKS) });
      expect(faults).toEqual(['KUNCI_KEKS and KUNCI_KEKS_FILE are both set; keep one']);
    });

    it.each(['', '\n'])('are refused when empty, rather than another secret being made up (%j)', (text) => {
      const faults = faultsOf({ DATA_DIR: folder, KUNCI_PEPPERS_FILE: file(text) });
      expect(faults).toEqual(['KUNCI_PEPPERS_FILE names an empty file']);
    });

    it('are refused when they cannot be read, without repeating what was mistaken for a path', () => {
      const [fault] = faultsOf({ DATA_DIR: folder, KUNCI_AUDIT_KEY_FILE: secrets.KUNCI_AUDIT_KEY });
      expect(fault).toBe('KUNCI_AUDIT_KEY_FILE cannot be read: ENOENT');
    });

    it('are judged like the setting itself, and not repeated either', () => {
      const faults = faultsOf({ ...production, KUNCI_AUDIT_KEY: '', KUNCI_AUDIT_KEY_FILE: file('CANARY') });
      expect(faults).toEqual(['KUNCI_AUDIT_KEY must be 32 random bytes in base64']);
    });
  });
});
