import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { loadConfig } from '../../src/platform/config';
import { compose as composeApp } from '../support/compose';
import { root } from './repository';

interface Service {
  readonly depends_on?: Record<string, { condition: string }>;
  readonly environment: Record<string, string>;
  readonly secrets: string[];
  readonly volumes: string[];
  readonly healthcheck?: object;
}

interface Compose {
  readonly services: Record<'app' | 'mysql', Service>;
  readonly volumes: Record<string, unknown>;
  readonly secrets: Record<string, { file: string }>;
}

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const compose = parse(read('docker-compose.yml')) as Compose;
const { app, mysql } = compose.services;
const services = Object.entries(compose.services);
const instructions = read('Dockerfile')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** What the image sets, and then the service: as a container sees it. */
const settings: Record<string, string> = {
  ...Object.fromEntries(
    instructions
      .filter((line) => line.startsWith('ENV '))
      .flatMap((line) => line.slice(4).split(' '))
      .map((pair) => pair.split('=')),
  ),
  ...app.environment,
};

describe('the Dockerfile', () => {
  const copied = instructions
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
    .flatMap((line) => line.split(' ').slice(1, -1));

  it('copies what there is, and what .dockerignore lets through', () => {
    const letThrough = read('.dockerignore')
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
    expect(copied.filter((source) => !existsSync(path.join(root, source)))).toEqual([]);
    expect([...copied].sort()).toEqual(letThrough.sort());
    expect(read('.dockerignore')).toMatch(/^\*$/m);
  });

  it('installs exactly what the lock file says', () => {
    expect(instructions.filter((line) => /\bnpm (ci|i|install)\b/.test(line))).toEqual(['RUN npm ci']);
  });

  it('takes from the build only what the build makes', () => {
    const taken = instructions
      .filter((line) => line.includes('--from=build'))
      .map((line) => line.split(' ')[2]);
    expect(taken).toEqual(['/app/package.json', '/app/node_modules', '/app/dist']);
  });

  it('runs the server as a common user, after everything that needs another', () => {
    const last = instructions.slice(instructions.lastIndexOf('USER node'));
    expect(last.filter((line) => line.startsWith('RUN'))).toEqual([]);
    const command = JSON.parse(instructions.at(-1)?.replace('CMD ', '') ?? '') as string[];
    const scripts = JSON.parse(read('package.json')).scripts;
    expect(command.join(' ')).toBe(scripts['start:prod']);
  });

  it('compiles where the sources say the program will be', () => {
    expect(existsSync(path.join(root, 'src/main.ts'))).toBe(true);
  });
});

describe('docker-compose.yml', () => {
  it.each(services)('gives %s the secrets that its settings name, and no others', (_name, service) => {
    const named = Object.entries(service.environment)
      .filter(([name]) => name.endsWith('_FILE'))
      .map(([, file]) => file);
    expect(named.sort()).toEqual(service.secrets.map((secret) => `/run/secrets/${secret}`).sort());
  });

  it('defines every secret and volume that is used, and uses all', () => {
    const used = services.flatMap(([, service]) => service.secrets);
    expect([...new Set(used)].sort()).toEqual(Object.keys(compose.secrets).sort());
    const mounted = services.flatMap(([, { volumes }]) => volumes.map((volume) => volume.split(':')[0]));
    expect(mounted.sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  it('reads secrets from files that git ignores and the document about Docker says how to make', () => {
    for (const [name, { file }] of Object.entries(compose.secrets)) {
      expect(file).toBe(`./secrets/${name}.txt`);
      expect(read('docs/operations/docker.md')).toContain(file.slice('./'.length));
    }
    expect(read('.gitignore').split('\n')).toContain('/secrets/');
  });

  it('holds no password', () => {
    const values = services.flatMap(([, { environment }]) => Object.entries(environment));
    const secret = values.filter(([name]) => /PASSWORD|PEPPER|KEK|KEY|DATABASE_URL/.test(name));
    expect(secret.filter(([name]) => !name.endsWith('_FILE'))).toEqual([]);
  });

  it('starts the server when MySQL is well', () => {
    expect(app.depends_on).toEqual({ mysql: { condition: 'service_healthy' } });
    expect(mysql.healthcheck).toBeDefined();
  });

  it('keeps the data of both', () => {
    expect(app.volumes).toEqual([`app-data:${settings['DATA_DIR']}`]);
    expect(mysql.volumes).toEqual(['mysql-data:/var/lib/mysql']);
  });
});

describe('the settings of the container', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'kunci-docker-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** As in the container, except for the folders of files. */
  const placed = (without: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      Object.entries(settings)
        .filter(([name]) => !without.includes(name))
        .map(([name, value]) => [name, value.replace('/run/secrets', folder).replace(/^\/data$/, folder)])
        .map(([name, value]) => [name, value?.startsWith('${') ? (given[name ?? ''] ?? '') : value]),
    );
  const given: Record<string, string> = { PUBLIC_URL: 'https://keys.example.com' };
  const secret = (): string => randomBytes(32).toString('base64');

  it('are all that production needs', async () => {
    writeFileSync(path.join(folder, 'peppers'), `v1:${secret()}\n`);
    writeFileSync(path.join(folder, 'keks'), `v1:${secret()}\n`);
    writeFileSync(path.join(folder, 'audit_key'), `${secret()}\n`);
    writeFileSync(path.join(folder, 'database_url'), 'mysql://kunci:0123abcd@mysql:3306/kunci\n');
    const config = loadConfig(placed([]));
    expect(config).toMatchObject({
      mode: 'production',
      http: {
        host: '0.0.0.0',
        port: 3000,
        publicUrl: 'https://keys.example.com',
        trustProxy: false,
        corsOrigins: [],
      },
      database: { kind: 'mysql', url: 'mysql://kunci:0123abcd@mysql:3306/kunci' },
    });

    // There is no server of that name here: the same with SQLite.
    const onSqlite = loadConfig(placed(['DATABASE_URL_FILE']));
    expect(onSqlite).toEqual({ ...config, database: expect.objectContaining({ kind: 'sqlite' }) });
    const running = await composeApp(placed(['DATABASE_URL_FILE']));
    const answer = await running.app.inject({ method: 'GET', url: '/health/ready' });
    await running.close();
    expect(answer.statusCode).toBe(200);
  });

  it.each(['KUNCI_PEPPERS_FILE', 'KUNCI_KEKS_FILE', 'KUNCI_AUDIT_KEY_FILE'])('need %s', (name) => {
    expect(() => loadConfig(placed([name]))).toThrow(name);
  });
});
