import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { leash } from './leash';

const startDeadlineMs = 20_000;

/** What a run below a path has in front of each server: nothing in a usual run. */
export const testedBasePath = process.env['KUNCI_TEST_BASE_PATH'] ?? '';

/** A real nginx that has Kunci below a path of its host, as people set it up, and nothing else. */
export class NginxBefore {
  private constructor(
    private readonly folder: string,
    private readonly child: ChildProcess,
  ) {}

  /** @param target the port of the server behind it */
  static async start(port: number, target: number, basePath: string): Promise<NginxBefore> {
    const folder = mkdtempSync(path.join(tmpdir(), 'kunci-nginx-'));
    const file = path.join(folder, 'nginx.conf');
    writeFileSync(file, configuration(folder, port, target, basePath));
    const child = spawn('nginx', ['-p', folder, '-c', file, '-e', 'stderr'], { stdio: 'ignore' });
    leash(child);
    const giveUpAt = performance.now() + startDeadlineMs;
    while (!(await isOpen(port))) {
      if (child.exitCode !== null || performance.now() > giveUpAt)
        throw new Error('nginx did not start. Is it installed?');
      await sleep(10);
    }
    return new NginxBefore(folder, child);
  }

  async close(): Promise<void> {
    const ended = once(this.child, 'exit');
    if (this.child.exitCode === null && this.child.kill('SIGTERM')) await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function configuration(folder: string, port: number, target: number, basePath: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n');
  return `daemon off;
master_process off;
pid ${folder}/pid;
events {}
http {
access_log off;
${temporary}
server {
  listen 127.0.0.1:${port};
  client_max_body_size 100m;
  large_client_header_buffers 4 32k;
  location ${basePath}/ {
    proxy_pass http://127.0.0.1:${target};
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $http_host;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
  }
}
}
`;
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => resolve(false));
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
