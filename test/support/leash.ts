import { type ChildProcess, spawn } from 'node:child_process';

/*
 * A spec that is killed, or interrupted, runs no `afterAll`; and a process that is frozen with SIGSTOP does not even hear the
 * signal that ends the others. So a small process of its own watches, and kills
 * the listed processes as soon as this one is gone.
 */

/** Makes sure that a process ends with this one, however this one ends. */
export function leash(child: ChildProcess): void {
  if (child.pid !== undefined) child.once('exit', leashPid(child.pid));
}

/** The same for a process somebody else started, until what is returned is called. */
export function leashPid(pid: number): () => void {
  const { stdin } = theWatcher();
  stdin?.write(`+${pid}\n`);
  return () => stdin?.write(`-${pid}\n`);
}

let watcher: ChildProcess | null = null;

function theWatcher(): ChildProcess {
  if (watcher) return watcher;
  // Detached: what is sent to our group, Ctrl-C or a kill, is not for it.
  watcher = spawn(process.execPath, ['-e', watch], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  watcher.unref();
  // A cast: a pipe to a process is a socket, and as such no reason for this process to stay.
  (watcher.stdin as unknown as { unref(): void }).unref();
  return watcher;
}

const watch = `
  const pids = new Set();
  require('node:readline').createInterface({ input: process.stdin })
    .on('line', (line) => line[0] === '+' ? pids.add(Number(line.slice(1))) : pids.delete(Number(line.slice(1))))
    .on('close', () => {
      for (const pid of pids) try { process.kill(pid, 'SIGKILL'); } catch {}
    });
`;
