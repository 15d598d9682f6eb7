import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeBlocks } from '../../support/documents';
import { freePort } from '../../support/free-port';
import { leash } from '../../support/leash';

const root = path.resolve(__dirname, '../../..');
const startDeadlineMs = 40_000;

export type ModuleSystem = 'module' | 'commonjs';

/** A service that runs, as a process. */
export interface Service {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  close(): Promise<void>;
}

/** A project outside this repository, into which the packed packages are installed. */
export class ScratchProject {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'kunci-scratch-'));

  /** Packs the packages, which builds them, and installs them; what else services need is that of this repository. */
  install(packages: readonly string[]): void {
    writeFileSync(path.join(this.folder, 'package.json'), '{ "private": true }\n');
    const tarballs = packages.map((name) => this.pack(name));
    // Offline, so that a dependency that was not built in would be missed.
    const options = ['--offline', '--no-audit', '--no-fund', '--legacy-peer-deps', '--silent'];
    execFileSync('npm', ['install', ...options, ...tarballs], { cwd: this.folder, stdio: 'inherit' });
    this.linkOthers();
  }

  /**
   * Writes the file of a guide, and compiles it with its types checked.
   * @throws with what TypeScript says against it.
   */
  compile(system: ModuleSystem, guides: readonly string[]): void {
    const folder = path.join(this.folder, system);
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ type: system }));
    for (const guide of guides) {
      const block = codeBlocks(guide).find(({ language }) => language === 'ts');
      const [, file = ''] = /file: (\S+)/.exec(block?.comment ?? '') ?? [];
      writeFileSync(path.join(folder, file), `${block?.text ?? ''}\n`);
    }
    const compilerOptions = {
      ...{ target: 'es2022', module: 'nodenext', outDir: 'dist', types: ['node'], strict: true },
      ...{ experimentalDecorators: true, emitDecoratorMetadata: true, skipLibCheck: true },
    };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    this.tsc(folder, []);
  }

  /** Checks the types of the packages themselves, which `skipLibCheck` leaves out, as each kind of module sees them. */
  checkTypes(): void {
    const source = [
      '@kunci/sdk',
      '@kunci/sdk/express',
      '@kunci/sdk/fastify',
      '@kunci/sdk/testing',
      '@kunci/nestjs',
    ]
      .map((name, at) => `import * as m${at} from '${name}'; void m${at};`)
      .join('\n');
    for (const ending of ['mts', 'cts', 'ts']) writeFileSync(path.join(this.folder, `all.${ending}`), source);
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--types', 'node'];
    this.tsc(this.folder, [...options, '--module', 'nodenext', 'all.mts', 'all.cts']);
    // What older projects have. The types of NestJS are not made for it.
    const former = ['--module', 'commonjs', '--moduleResolution', 'node10', '--ignoreDeprecations', '6.0'];
    this.tsc(this.folder, [...options, ...former, '--skipLibCheck', 'all.ts']);
  }

  /** Starts what was compiled of a guide, and waits until it answers. */
  async start(system: ModuleSystem, name: string, env: Readonly<Record<string, string>>): Promise<Service> {
    const port = await freePort();
    const child = spawn(process.execPath, [`${system}/dist/${name}.js`], {
      cwd: this.folder,
      env: { PATH: process.env['PATH'] ?? '', PORT: String(port), ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    leash(child);
    let printed = '';
    child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const address = `http://127.0.0.1:${port}`;
    await answering(address, child, () => printed);
    return {
      address,
      close: async () => {
        const ended = once(child, 'exit');
        if (child.kill()) await ended;
      },
    };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private pack(name: string): string {
    const args = ['pack', '--json', '--silent', '--workspace', name, '--pack-destination', this.folder];
    execFileSync('npm', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    const start = name.replace('@', '').replace('/', '-');
    const file = readdirSync(this.folder).find((one) => one.startsWith(start) && one.endsWith('.tgz'));
    return path.join(this.folder, file ?? '');
  }

  private linkOthers(): void {
    for (const name of ['@nestjs', '@types', 'express', 'fastify', 'reflect-metadata', 'rxjs']) {
      const link = path.join(this.folder, 'node_modules', name);
      if (!existsSync(link)) symlinkSync(path.join(root, 'node_modules', name), link);
    }
  }

  private tsc(cwd: string, args: readonly string[]): void {
    try {
      execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), ...args], { cwd });
    } catch (error) {
      // A cast: it is a process that ended with a fault, which has what it wrote.
      throw new Error(String((error as { stdout?: Buffer }).stdout), { cause: error });
    }
  }
}

async function answering(address: string, child: ChildProcess, printed: () => string): Promise<void> {
  const giveUpAt = performance.now() + startDeadlineMs;
  while ((await fetch(address).catch(() => null)) === null) {
    if (child.exitCode !== null || performance.now() > giveUpAt)
      throw new Error(`The service did not start: ${printed()}`);
    await pause(50);
  }
}
