import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClientSettings } from '../../platform/config/client-settings';
import { CommandFault } from '../terminal/command-fault';

/** What the requests of a command are sent to, and with. */
export interface Login {
  /** Without a slash at its end. */
  readonly url: string;
  /** A key, or the `name=value` of the cookie of a session. */
  readonly credential: { readonly key: string } | { readonly cookie: string };
  /** Of a service key: the company that it acts for. */
  readonly company?: string;
}

/** @returns null where nobody is signed in. @throws CommandFault where the file cannot be read. */
export function savedLogin(settings: ClientSettings): Login | null {
  const file = fileOf(settings);
  try {
    const saved: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isLogin(saved)) return saved;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    if (!(error instanceof Error)) throw error;
  }
  throw new CommandFault(
    'credentials',
    `${file} cannot be read. Remove it with kunci logout, or sign in again with kunci login.`,
  );
}

/** Keeps it in a file that only its owner can read. A file that others could read is replaced, not filled. */
export function saveLogin(settings: ClientSettings, login: Login): void {
  const file = fileOf(settings);
  mkdirSync(settings.folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(login, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(draft, file);
}

export function forgetLogin(settings: ClientSettings): void {
  rmSync(fileOf(settings), { force: true });
}

function fileOf({ folder }: ClientSettings): string {
  return join(folder, 'login.json');
}

function isLogin(saved: unknown): saved is Login {
  if (typeof saved !== 'object' || saved === null || !('url' in saved) || !('credential' in saved))
    return false;
  const { url, credential } = saved;
  if (typeof url !== 'string' || typeof credential !== 'object' || credential === null) return false;
  return 'key' in credential
    ? typeof credential.key === 'string'
    : 'cookie' in credential && typeof credential.cookie === 'string';
}
