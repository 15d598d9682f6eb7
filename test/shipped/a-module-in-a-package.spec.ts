import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { WireOwner } from '../support/company-by-wire';
import { codeBlocks } from '../support/documents';
import { freePort } from '../support/free-port';
import { leash } from '../support/leash';
import { Wire } from '../support/wire';

const guide = 'docs/guides/a-module-in-a-package.md';
const root = path.resolve(__dirname, '../..');
/** Only what hangs takes as long. */
const giveUpMs = 120_000;

describe(guide, () => {
  let folder: string;
  let server: ChildProcess;
  let printed = '';
  let wire: Wire;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'kunci-package-'));
    install(folder);
    writeFiles(folder);
    execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc')], {
      cwd: folder,
      stdio: 'inherit',
    });
    const port = await freePort();
    wire = new Wire(() => `http://127.0.0.1:${port}`);
    server = start(folder, port);
    await isReady();
  }, giveUpMs);
  afterAll(() => {
    wire.close();
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  function start(cwd: string, port: number): ChildProcess {
    const env = { PATH: process.env['PATH'], DATA_DIR: path.join(cwd, 'data'), PORT: String(port) };
    const child = spawn(process.execPath, ['dist/server.js'], { cwd, env, stdio: 'pipe' });
    leash(child);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    return child;
  }

  async function isReady(): Promise<void> {
    const until = Date.now() + giveUpMs;
    while ((await wire.get('/health/ready')).status !== 200) {
      if (server.exitCode !== null || Date.now() > until) throw new Error(`It did not start: ${printed}`);
      await pause(50);
    }
  }

  it('leads to a server whose module is opened by a key, for its company alone', async () => {
    const [ours, theirs] = [await WireOwner.of(wire), await WireOwner.of(wire)];
    const key = { 'x-api-key': (await ours.key()).secret };
    const other = { 'x-api-key': (await theirs.key()).secret };

    const made = await wire.post('/core/api/v1/vehicles', { plate: 'B 1234 KNC' }, key);

    expect(made).toMatchObject({ status: 201, body: { plate: 'B 1234 KNC' } });
    expect((await wire.get('/core/api/v1/vehicles', key)).body).toEqual({ data: [made.body] });
    expect((await wire.get('/core/api/v1/vehicles', other)).body).toEqual({ data: [] });
    expect((await wire.get('/core/api/v1/vehicles')).status).toBe(401);
    expect((await wire.post('/core/api/v1/vehicles', { plate: '' }, key)).status).toBe(422);
  });

  it('has the permissions of the module, its routes in the document, and nothing of the sample', async () => {
    const owner = await WireOwner.of(wire);
    const { body } = await owner.get('/permissions');
    const names: string[] = body.data.map(({ name }: { name: string }) => name);
    const { paths } = (await wire.get('/openapi.json')).body;

    expect(names.filter((name) => name.startsWith('vehicles:'))).toEqual([
      'vehicles:read',
      'vehicles:create',
    ]);
    expect(Object.keys(paths)).toContain('/api/v1/vehicles');
    expect(Object.keys(paths)).not.toContain('/api/v1/sales_invoices');
  });
});

/** Puts the packed server where npm would, beside the packages that it needs. */
function install(folder: string): void {
  const packages = path.join(folder, 'node_modules');
  mkdirSync(path.join(packages, 'kunci'), { recursive: true });
  const names = readdirSync(path.join(root, 'node_modules')).filter((name) => !name.startsWith('.'));
  for (const name of names) symlinkSync(path.join(root, 'node_modules', name), path.join(packages, name));
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // A cast: it is what npm prints.
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  execFileSync('tar', ['-xzf', filename, '-C', path.join(packages, 'kunci'), '--strip-components=1'], {
    cwd: folder,
  });
}

/** The files of the guide; Node takes them for CommonJS, as `npm init` says. */
function writeFiles(folder: string): void {
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "fleet", "private": true }\n');
  for (const { text, comment } of codeBlocks(guide)) {
    const [, file] = /file: (\S+)/.exec(comment ?? '') ?? [];
    if (file === undefined) continue;
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), `${text}\n`);
  }
}
