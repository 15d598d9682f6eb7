import { randomInt } from 'node:crypto';

/** How many rounds each file of this suite runs. */
export const rounds = Array.from(
  { length: Number(process.env['KUNCI_TEST_CRASH_ROUNDS'] ?? 4) },
  (_, at) => at + 1,
);

/** Random numbers that a seed decides, so that a run can be repeated: mulberry32. */
export class Dice {
  private state: number;

  /** @param seed is one of this run, unless KUNCI_TEST_CRASH_SEED names one. */
  constructor(readonly seed = Number(process.env['KUNCI_TEST_CRASH_SEED'] ?? randomInt(2 ** 31))) {
    this.state = seed;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** @throws where there is nothing to choose from. */
  oneOf<T>(choices: readonly T[]): T {
    const choice = choices[this.between(0, choices.length - 1)];
    if (choice === undefined) throw new Error('There is nothing to choose from');
    return choice;
  }

  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
