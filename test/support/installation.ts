import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { builtServer } from './built-server';
import { Instance } from './instance';

/** What all instances of one installation share: the secrets, and where they may write. And a list of them, to end them all. */
export class Installation {
  private readonly folder = mkdtempSync(join(tmpdir(), 'kunci-test-'));
  private readonly instances: Instance[] = [];
  private readonly env = {
    KUNCI_MODE: 'production',
    DATA_DIR: this.folder,
    LOG_LEVEL: 'info',
    KUNCI_PEPPERS: `v1:${secret()}`,
    KUNCI_KEKS: `v1:${secret()}`,
    KUNCI_AUDIT_KEY: secret(),
  };

  /** Starts one more instance, and does not wait for it. */
  launch(
    env: Readonly<Record<string, string>> = {},
    args: readonly string[] = [],
    program?: string,
  ): Instance {
    const instance = new Instance({ ...this.env, ...env }, args, program);
    this.instances.push(instance);
    return instance;
  }

  /** Starts one more instance, and waits until it listens. */
  start(env: Readonly<Record<string, string>> = {}, args: readonly string[] = []): Promise<Instance> {
    return this.launch(env, args).listening();
  }

  /** Runs one of the commands beside the server. @returns what it wrote. @throws where it does not end well. */
  async run(
    command: string,
    env: Readonly<Record<string, string>> = {},
    { args = [], typed = '' }: { readonly args?: readonly string[]; readonly typed?: string } = {},
  ): Promise<string> {
    const file = join(dirname(builtServer()), 'cli', `${command}.js`);
    const running = promisify(execFile)(process.execPath, [file, ...args], { env: { ...this.env, ...env } });
    running.child.stdin?.end(typed);
    return (await running).stdout;
  }

  /** Ends all of them, and removes what they wrote. */
  async close(): Promise<void> {
    await Promise.all(this.instances.map((instance) => instance.kill()));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function secret(): string {
  return randomBytes(32).toString('base64');
}
