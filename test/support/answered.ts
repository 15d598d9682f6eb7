import { type Answer } from './client';

const maxTries = 50;

/**
 * Asks as a client does: again when the server says that it is busy (503), after which nothing was done. Of a crowd at once, a slow
 * disk makes the last ones wait for longer than they may; what such a test is about are the other answers.
 */
export async function untilAnswered(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; tries < maxTries; tries += 1) {
    const answer = await ask();
    if (answer.status !== 503) return answer;
  }
  return ask();
}

/** So many at once, each until it is answered. @param ask takes the number of the caller, from 0. */
export function crowd(count: number, ask: (at: number) => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: count }, (_, at) => untilAnswered(() => ask(at))));
}
