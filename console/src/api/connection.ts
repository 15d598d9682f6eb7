import { useSyncExternalStore } from 'react';

export type Connection = 'there' | 'lost';

let connection: Connection = 'there';
const listeners = new Set<() => void>();

/** Notes whether the server answered just now. */
export function connectionIs(now: Connection): void {
  if (now === connection) return;
  connection = now;
  for (const listener of listeners) listener();
}

/** Whether the server answers, as far as the last request tells. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    subscribe,
    () => connection,
    () => connection,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
