import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { leash } from './leash';
import { nginxInOneProcess } from './nginx-in-one-process';
import { untilListening } from './until-listening';

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
    writeFileSync(file, nginxInOneProcess(folder, siteOf(port, target, basePath)));
    const child = spawn('nginx', ['-p', folder, '-c', file, '-e', 'stderr'], { stdio: 'ignore' });
    leash(child);
    await untilListening(child, port, 'nginx');
    return new NginxBefore(folder, child);
  }

  async close(): Promise<void> {
    const ended = once(this.child, 'exit');
    if (this.child.exitCode === null && this.child.kill('SIGTERM')) await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function siteOf(port: number, target: number, basePath: string): string {
  return `server {
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
}`;
}
