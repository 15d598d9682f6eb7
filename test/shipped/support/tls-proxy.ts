import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { leash } from '../../support/leash';
import { untilListening } from '../../support/until-listening';
import { type Edits, gatewayFiles, pathFiles, siteFiles } from './proxy-files';

const printedFile = 'printed';

/** The proxies whose configuration ships, in `integrations`. */
export const proxyPrograms = ['nginx', 'caddy'] as const;
export type ProxyProgram = (typeof proxyPrograms)[number];

/** How to let a program judge its configuration, and how to start it in the foreground. */
const commandLines = {
  nginx: (folder: string) => {
    const args = ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', 'stderr'];
    return { check: ['-t', ...args], start: args };
  },
  caddy: (folder: string) => {
    const args = ['--config', path.join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
    return { check: ['validate', ...args], start: ['run', ...args] };
  },
} satisfies Record<ProxyProgram, (folder: string) => { check: string[]; start: string[] }>;

/** A proxy with the configuration that ships, which ends TLS with a certificate made for it and says who the client is. */
export class TlsProxy {
  private constructor(
    /** `https://127.0.0.1:PORT` */
    readonly address: string,
    private readonly folder: string,
    private readonly child: ChildProcess,
  ) {}

  static isInstalled(program: ProxyProgram): boolean {
    return spawnSync(program, [program === 'nginx' ? '-v' : 'version']).error === undefined;
  }

  /**
   * Before Kunci itself.
   * @param target `http://127.0.0.1:PORT` of the server behind it.
   * @throws where the program says that its configuration is wrong.
   */
  static before(target: string, port: number, program: ProxyProgram): Promise<TlsProxy> {
    const upstream = new URL(target).host;
    return TlsProxy.start(program, port, (folder) => siteFiles[program]({ folder, port, upstream }));
  }

  /** Before Kunci at `https://example.com/kunci`. */
  static beforePath(target: string, port: number, program: ProxyProgram): Promise<TlsProxy> {
    const upstream = new URL(target).host;
    return TlsProxy.start(program, port, (folder) => pathFiles[program]({ folder, port, upstream }));
  }

  /**
   * Before another API, about whose requests it asks Kunci.
   * @param kunci `http://127.0.0.1:PORT`
   * @param api the same of the API
   * @param edits what else differs from the file that ships: each text and what stands for it
   */
  static asGateway(
    program: ProxyProgram,
    { kunci, api }: Readonly<Record<'kunci' | 'api', string>>,
    port: number,
    edits: Edits = [],
  ): Promise<TlsProxy> {
    const place = { port, upstream: new URL(kunci).host, api: new URL(api).host, edits };
    return TlsProxy.start(program, port, (folder) => gatewayFiles[program]({ ...place, folder }));
  }

  private static async start(
    program: ProxyProgram,
    port: number,
    configurationIn: (folder: string) => string,
  ): Promise<TlsProxy> {
    const folder = mkdtempSync(path.join(tmpdir(), `kunci-${program}-`));
    makeCertificate(folder);
    const file = path.join(folder, program === 'nginx' ? 'nginx.conf' : 'Caddyfile');
    writeFileSync(file, configurationIn(folder));
    const { check, start } = commandLines[program](folder);
    // Caddy keeps what it remembers where these say.
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
    };
    execFileSync(program, check, { stdio: 'pipe', env });
    const printed = openSync(path.join(folder, printedFile), 'w');
    const child = spawn(program, start, { stdio: ['ignore', printed, printed], env });
    closeSync(printed);
    leash(child);
    const proxy = new TlsProxy(`https://127.0.0.1:${port}`, folder, child);
    await untilListening(child, port, program);
    return proxy;
  }

  /** What it has printed so far: its log. */
  printed(): string {
    return readFileSync(path.join(this.folder, printedFile), 'utf8');
  }

  async close(): Promise<void> {
    const ended = once(this.child, 'exit');
    if (this.child.exitCode === null && this.child.kill('SIGTERM')) await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function makeCertificate(folder: string): void {
  const files = ['-keyout', path.join(folder, 'key.pem'), '-out', path.join(folder, 'cert.pem')];
  const algorithm = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  const name = [
    '-subj',
    '/CN=keys.example.com',
    '-addext',
    'subjectAltName=DNS:keys.example.com,DNS:api.example.com,DNS:example.com',
  ];
  execFileSync('openssl', ['req', '-x509', ...algorithm, ...name, ...files], { stdio: 'pipe' });
}
