import cluster from 'node:cluster';
import { type ToLeader } from './worker-messages';

/** The line of a worker to the process that leads it. */
export interface LeaderLink {
  send(message: ToLeader): void;
  listen(hear: (message: unknown) => void): void;
  close(): void;
}

/** Injection token for `LeaderLink`; null where this process is the only one. */
export const LEADER_LINK = Symbol('LeaderLink');

/** @returns null in a process that is no worker. */
export function leaderLink(): LeaderLink | null {
  const { worker } = cluster;
  if (!cluster.isWorker || worker === undefined) return null;
  const listeners: ((message: unknown) => void)[] = [];
  return {
    send: (message) => void worker.send(message),
    listen: (hear) => {
      listeners.push(hear);
      worker.on('message', hear);
    },
    close: () => {
      for (const hear of listeners) worker.off('message', hear);
    },
  };
}
