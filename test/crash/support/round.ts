import { ActLedger } from './acts';
import { Dice } from './dice';
import { Judge } from './judge';
import { HammeredQuota } from './quota';
import { type Stage } from './stage';
import { Writer } from './writer';

const writers = 10;
const patienceMs = 60_000;

/** What breaks in a round. */
export interface Disaster {
  /** Breaks it, while the writers write. */
  strike(): Promise<void>;
  /** How many answers the writers still wait for, before they stop. */
  readonly answersAfter: number;
  /** Brings everything back. */
  mend(): Promise<void>;
  /** How many processes may have lost what they held of a quota. */
  readonly holders: number;
}

/** Rounds in which ten writers write, something breaks, and all of it is compared with what was answered. */
export class CrashTest {
  readonly dice = new Dice();
  readonly ledger = new ActLedger();
  private readonly judge: Judge;
  private readonly beganMs = performance.now();

  constructor(
    private readonly title: string,
    private readonly stage: Stage,
  ) {
    this.judge = new Judge(stage, this.ledger);
    process.stdout.write(`${title}: KUNCI_TEST_CRASH_SEED=${this.dice.seed}\n`);
  }

  /** @returns what is wrong. */
  async round(disaster: Disaster): Promise<readonly string[]> {
    const round = (this.ledger.figures.rounds += 1);
    let isOver = false;
    const over = (): boolean => isOver;
    const quota = await HammeredQuota.open(this.stage, `quota-${round}`);
    const working = Array.from({ length: writers }, (_, at) =>
      new Writer(`r${round}-w${at}`, this.stage, this.ledger, this.dice).run(over),
    );
    working.push(quota.hammer(over, this.dice));
    try {
      await this.answered(this.dice.between(40, 120));
      // Not only right after an answer.
      await new Promise((resolve) => setTimeout(resolve, this.dice.between(0, 20)));
      await disaster.strike();
      this.ledger.figures.kills += 1;
      await this.answered(disaster.answersAfter);
    } finally {
      isOver = true;
      await Promise.all(working);
    }
    await disaster.mend();
    await this.stage.ready();
    this.ledger.faults.push(...(await quota.drain(disaster.holders)));
    await this.judge.judge();
    return this.ledger.faults;
  }

  /** @returns what is wrong, also with what could only be repeated now. */
  async finish(): Promise<readonly string[]> {
    await this.judge.finish();
    return this.ledger.faults;
  }

  report(): void {
    const seconds = Math.round((performance.now() - this.beganMs) / 1_000);
    const figures = Object.entries({ ...this.ledger.figures, seconds, seed: this.dice.seed });
    process.stdout.write(`${this.title}: ${figures.map(([name, count]) => `${name} ${count}`).join(', ')}\n`);
  }

  private async answered(more: number): Promise<void> {
    const wanted = this.ledger.answers + more;
    for (const giveUpAt = performance.now() + patienceMs; this.ledger.answers < wanted;) {
      if (performance.now() > giveUpAt) throw new Error(`Only ${this.ledger.answers} of ${wanted} answers`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
}
