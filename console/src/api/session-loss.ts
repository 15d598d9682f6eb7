import type { ApiProblem } from './problem';

type Listener = (problem: ApiProblem) => void;
const listeners = new Set<Listener>();

/** Tells everyone who listens that the server no longer knows this session. */
export function sessionWasLost(problem: ApiProblem): void {
  for (const listener of listeners) listener(problem);
}

/** @returns what stops the listening. */
export function onSessionLost(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
