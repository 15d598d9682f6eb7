import { type WireAnswer } from './wire';

/** Asks again and again, whether the last question was answered or not, as many clients do. */
export class Traffic {
  private readonly asked: Promise<WireAnswer>[] = [];
  private readonly timer: NodeJS.Timeout;

  constructor(ask: () => Promise<WireAnswer>, everyMs = 50) {
    // A test that fails does not stop it, and must not keep jest from ending.
    this.timer = setInterval(() => this.asked.push(ask()), everyMs).unref();
  }

  /** Stops asking. @returns all answers, in the order of the requests, once the last one is there. */
  stop(): Promise<WireAnswer[]> {
    clearInterval(this.timer);
    return Promise.all(this.asked);
  }
}

/** How often each status was answered, for a message that says more than "it was not so". */
export function tally(answers: readonly WireAnswer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const name = [status, body.code].filter(Boolean).join(' ');
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
