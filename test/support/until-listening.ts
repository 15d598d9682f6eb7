import { type ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const startDeadlineMs = 20_000;

/**
 * Waits until somebody listens on a port of 127.0.0.1, which a program that says nothing of it was started for.
 * @param name of the program.
 * @throws where it has ended, or takes too long.
 */
export async function untilListening(child: ChildProcess, port: number, name: string): Promise<void> {
  const giveUpAt = performance.now() + startDeadlineMs;
  while (!(await isOpen(port))) {
    if (child.exitCode !== null || performance.now() > giveUpAt)
      throw new Error(`${name} did not start. Is it installed?`);
    await pause(20);
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
