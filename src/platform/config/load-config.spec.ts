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
      http: {
        host: '127.0.0.1',
        port: 3000,
        publicUrl: 'http://127.0.0.1:3000',
        basePath: '',
        trustProxy: false,
        corsOrigins: [],
      },
      gateway: null,
      dataDir: folder,
      workers: 1,
      consoleDir: resolve('console'),
      database: {
        kind: 'sqlite',
        file: join(folder, 'kunci.db'),
        lockFile: join(folder, 'lock.db'),
        journalFile: join(folder, 'kunci-events.jsonl'),
        reserveFile: join(folder, 'kunci-reserve'),
      },
      keyPrefix: 'kunci',
      cachedKeys: 100_000,
      metrics: { isOpen: false, token: null },
      signUp: 'open',
      brand: { name: 'Kunci', logo: null, color: null },
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

  it('say below which path Kunci is, without a slash at its end', () => {
    const { http } = loadConfig({ ...production, PUBLIC_URL: 'https://example.com/tools/kunci/' });
    expect(http).toMatchObject({ publicUrl: 'https://example.com/tools/kunci', basePath: '/tools/kunci' });
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
    [['--worker', '4'], '--worker is not an option of the server; the only one is --workers NUMBER'],
    [['--wrokers', '2'], '--wrokers is not an option of the server'],
    [['-w', '2'], '-w is not an option of the server'],
    [
      ['--log-level', 'debug'],
      '--log-level is not an option of the server; set LOG_LEVEL in the environment',
    ],
    [['--port=80'], '--port is not an option of the server; set PORT in the environment'],
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

  describe('with an unknown name', () => {
    it.each([
      ['KUNCI_PEPPER', 'KUNCI_PEPPERS'],
      ['KUNCI_MODES', 'KUNCI_MODE'],
      ['KUNCI_DATABASE_URL', 'DATABASE_URL'],
      ['KUNCI_PORT', 'PORT'],
      ['kunci_keks_file', 'KUNCI_KEKS_FILE'],
      ['KUNCIAUDITKEY', 'KUNCI_AUDIT_KEY'],
      ['AUDIT_KEY', 'KUNCI_AUDIT_KEY'],
      ['PEPPERS_FILE', 'KUNCI_PEPPERS_FILE'],
      ['IMPORT_SECRETS', 'KUNCI_IMPORT_SECRETS'],
      ['LOGLEVEL', 'LOG_LEVEL'],
      ['log_level', 'LOG_LEVEL'],
      ['Trust_Proxy', 'TRUST_PROXY'],
      ['TRUSTPROXY', 'TRUST_PROXY'],
      ['TRUST_PROXYS', 'TRUST_PROXY'],
      ['DATABASEURL', 'DATABASE_URL'],
      ['DATABASE_URI', 'DATABASE_URL'],
      ['DATABSAE_URL', 'DATABASE_URL'],
      ['DATABASE_URLFILE', 'DATABASE_URL_FILE'],
      ['PUBLICURL', 'PUBLIC_URL'],
      ['PUBLC_URL', 'PUBLIC_URL'],
      ['SIGNUP', 'SIGN_UP'],
      ['DATADIR', 'DATA_DIR'],
      ['workers', 'WORKERS'],
      ['port', 'PORT'],
    ])('tell what %s is a misspelling of: %s', (name, meant) => {
      const faults = faultsOf({ ...production, [name]: 'x' });
      expect(faults).toEqual([`${name} is not a setting of Kunci; did you mean ${meant}?`]);
    });

    it.each(['KUNCI_', 'KUNCI_SOMETHING_ELSE', 'kunci_home'])(
      'are refused when it begins with KUNCI_: %s',
      (name) => {
        expect(faultsOf({ ...production, [name]: 'x' })).toEqual([`${name} is not a setting of Kunci`]);
      },
    );

    it.each([
      ['KUNCI_MODE_FILE', 'KUNCI_MODE'],
      ['LOG_LEVEL_FILE', 'LOG_LEVEL'],
      ['PUBLIC_URL_FILE', 'PUBLIC_URL'],
    ])('tell that %s is not read from a file', (name, setting) => {
      const fault = `${name} is not a setting of Kunci; only ${setting} itself can be set`;
      expect(faultsOf({ ...production, [name]: '/run/x' })).toEqual([fault]);
    });

    it('leave alone what belongs to others', () => {
      const others = {
        ...{ PATH: '/bin', HOSTNAME: 'web-1', HOSTTYPE: 'x86_64', SHELL: '/bin/sh', LOGNAME: 'me', PWD: '/' },
        ...{ USER: 'me', HOME: '/root', LANG: 'C.UTF-8', TERM: 'xterm', NODE_ENV: 'production', CI: 'true' },
        ...{ npm_config_loglevel: 'silly', npm_config_user_agent: 'npm', npm_lifecycle_event: 'start' },
        ...{ npm_package_name: 'kunci', INIT_CWD: '/app', MODE: 'test', KEY_PREFIX: 'x', REPORT: 'x' },
        ...{ MYSQL_PASSWORD: 'x', MYSQL_DATABASE: 'kunci', COMPOSE_PROJECT_NAME: 'kunci', PORT_FILE: 'x' },
        ...{ KUNCI_TEST_DATABASE_URL: 'x', MY_KUNCI_X: 'x', DATABASE: 'x', WORKER: '1', METRIC: 'x' },
      };
      expect(faultsOf({ ...production, ...others })).toEqual([]);
    });

    it('ignore the variables that Kubernetes sets for services called kunci and kunci-mysql', () => {
      const injected = {
        ...{ KUBERNETES_SERVICE_HOST: '10.0.0.1', KUBERNETES_PORT: 'tcp://10.0.0.1:443' },
        ...{ KUNCI_SERVICE_HOST: '10.0.0.2', KUNCI_SERVICE_PORT: '80', KUNCI_SERVICE_PORT_HTTP: '80' },
        ...{ KUNCI_PORT: 'tcp://10.0.0.2:80', KUNCI_PORT_80_TCP: 'tcp://10.0.0.2:80' },
        ...{ KUNCI_PORT_80_TCP_PROTO: 'tcp', KUNCI_PORT_80_TCP_PORT: '80' },
        ...{ KUNCI_PORT_80_TCP_ADDR: '10.0.0.2', KUNCI_MYSQL_SERVICE_HOST: '10.0.0.3' },
        ...{ KUNCI_MYSQL_PORT: 'tcp://10.0.0.3:3306', KUNCI_MYSQL_PORT_3306_TCP_ADDR: '10.0.0.3' },
      };
      expect(faultsOf({ ...production, ...injected })).toEqual([]);
    });

    it('leave alone a short name in lower case beside the right one, and an empty variable', () => {
      expect(faultsOf({ ...production, PORT: '80', port: '90', LOGLEVEL: '', KUNCI_PEPER: '' })).toEqual([]);
    });
  });

  describe('with something around a value', () => {
    it.each(['LOG_LEVEL', 'DATA_DIR', 'PUBLIC_URL', 'KUNCI_AUDIT_KEY', 'KUNCI_PEPPERS'])(
      'report blanks that nobody sees: %s',
      (name) => {
        const value = {
          LOG_LEVEL: 'info',
          DATA_DIR: folder,
          PUBLIC_URL: 'https://keys.example.com',
          ...secrets,
        };
        for (const text of [
          ` ${value[name as keyof typeof value]}`,
          `${value[name as keyof typeof value]}\r`,
        ])
          expect(faultsOf({ ...production, [name]: text })).toEqual([
            `${name} has blanks before or after its value; remove them`,
          ]);
      },
    );

    it('report quotes that no shell removed', () => {
      const faults = faultsOf({
        ...production,
        LOG_LEVEL: '"debug"',
        PUBLIC_URL: "'https://keys.example.com'",
      });
      expect(faults.toSorted()).toEqual(
        ['LOG_LEVEL', 'PUBLIC_URL'].map((name) => `${name} has quotes around its value; remove them`),
      );
    });

    it('report blanks around the name of a file', () => {
      const env = { ...production, KUNCI_KEKS: '', KUNCI_KEKS_FILE: `${file(secrets.KUNCI_KEKS)} ` };
      expect(faultsOf(env)).toEqual(['KUNCI_KEKS_FILE has blanks before or after its value; remove them']);
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
      expect(fault).toBe(
        'KUNCI_AUDIT_KEY_FILE cannot be read: ENOENT; correct the path, or the rights to the file',
      );
    });

    it('are judged like the setting itself, and not repeated either', () => {
      const faults = faultsOf({ ...production, KUNCI_AUDIT_KEY: '', KUNCI_AUDIT_KEY_FILE: file('CANARY') });
      expect(faults).toEqual(['KUNCI_AUDIT_KEY must be 32 random bytes in base64']);
    });
  });
});
