import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { leash } from '../../support/leash';

const startDeadlineMs = 20_000;

/** nginx as README wants it before Kunci: it ends TLS, with a certificate made for it, and says who the client is. */
export class TlsProxy {
  private constructor(
    /** `https://127.0.0.1:PORT` */
    readonly address: string,
    private readonly folder: string,
    private readonly child: ChildProcess,
  ) {}

  static isInstalled(): boolean {
    return spawnSync('nginx', ['-v']).error === undefined;
  }

  /** @returns a free port, for what is started later: a server has to know the address of the proxy before it. */
  static async port(): Promise<number> {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const bound = probe.address();
    probe.close();
    await once(probe, 'close');
    if (bound === null || typeof bound === 'string') throw new Error('No port was bound.');
    return bound.port;
  }

  /** @param target `http://127.0.0.1:PORT` of the server behind it. */
  static async before(target: string, port: number): Promise<TlsProxy> {
    const folder = mkdtempSync(path.join(tmpdir(), 'kunci-nginx-'));
    makeCertificate(folder);
    writeFileSync(path.join(folder, 'nginx.conf'), configuration(folder, port, target));
    const child = spawn('nginx', ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', 'stderr'], {
      stdio: 'ignore',
    });
    leash(child);
    const proxy = new TlsProxy(`https://127.0.0.1:${port}`, folder, child);
    await proxy.listening(port);
    return proxy;
  }

  async close(): Promise<void> {
    const ended = once(this.child, 'exit');
    if (this.child.exitCode === null && this.child.kill('SIGTERM')) await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async listening(port: number): Promise<void> {
    const giveUpAt = performance.now() + startDeadlineMs;
    while (!(await isOpen(port))) {
      if (this.child.exitCode !== null || performance.now() > giveUpAt)
        throw new Error('nginx did not start. Is it installed?');
      await pause(20);
    }
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

function makeCertificate(folder: string): void {
  const files = ['-keyout', path.join(folder, 'key.pem'), '-out', path.join(folder, 'cert.pem')];
  const wish = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  execFileSync('openssl', ['req', '-x509', ...wish, '-subj', '/CN=127.0.0.1', ...files], { stdio: 'pipe' });
}

/** One process that stays in the foreground, and writes only into its folder. */
function configuration(folder: string, port: number, target: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n  ');
  return `daemon off;
master_process off;
pid ${folder}/pid;
events {}
http {
  access_log off;
  ${temporary}
  server {
    listen 127.0.0.1:${port} ssl;
    ssl_certificate ${folder}/cert.pem;
    ssl_certificate_key ${folder}/key.pem;
    location / {
      proxy_pass ${target};
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme;
    }
  }
}
`;
}
