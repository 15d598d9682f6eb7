import { type Clock } from './clock';

/**
 * For what is worth saying, but not at every request.
 * @returns what tells whether it is time: true when it is first asked, and then once in so many milliseconds.
 */
export function atMostEvery(everyMs: number, clock: Clock): () => boolean {
  let fromMs = 0;
  return () => {
    const nowMs = clock.now().getTime();
    if (nowMs < fromMs) return false;
    fromMs = nowMs + everyMs;
    return true;
  };
}
