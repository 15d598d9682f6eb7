import { type Dice } from './dice';
import { type Stage } from './stage';

const limit = 1_500;
const clients = 3;
/** The most that a process holds ahead, docs/adr/0024. */
const heldAhead = limit / 100;

/** A key with a quota, which is used while processes are killed, and then until nothing is left. */
export class HammeredQuota {
  private accepted = 0;
  /** Uses that may have been counted, and whose client does not know. */
  private unanswered = 0;

  private constructor(
    private readonly stage: Stage,
    private readonly secret: string,
  ) {}

  static async open(stage: Stage, name: string): Promise<HammeredQuota> {
    const input = { kind: 'company', name, quota: { limit, refill: null } };
    const [slot] = stage.up;
    const answer = slot && (await stage.post(slot, '/keys', input, null));
    if (answer?.status !== 201) throw new Error(`No key with a quota: ${JSON.stringify(answer?.body)}`);
    return new HammeredQuota(stage, answer.body.secret);
  }

  /** Each client stops at its first use that is not accepted. */
  async hammer(isOver: () => boolean, dice: Dice): Promise<void> {
    const client = async (): Promise<void> => {
      while (!isOver() && this.stage.up.length > 0) if (!(await this.use(dice.oneOf(this.stage.up)))) return;
    };
    await Promise.all(Array.from({ length: clients }, client));
  }

  /**
   * Uses up what is left.
   * @param holders how many processes were killed, or could not know whether their tokens were returned.
   * @returns what is wrong with the count.
   */
  async drain(holders: number): Promise<string[]> {
    for (const slot of this.stage.up) {
      const client = async (): Promise<void> => {
        while (await this.use(slot));
      };
      await Promise.all(Array.from({ length: clients }, client));
    }
    const { accepted, unanswered } = this;
    const burned = limit - accepted - unanswered;
    const faults: string[] = [];
    if (accepted > limit) faults.push(`${accepted} uses of a quota of ${limit}`);
    if (burned > holders * heldAhead) faults.push(`${burned} uses of a quota of ${limit} burned`);
    return faults;
  }

  private async use(slot: Stage['slots'][number]): Promise<boolean> {
    const { status } = await this.stage.use(slot, this.secret);
    if (status === 200) this.accepted += 1;
    else if (status !== 429) this.unanswered += 1;
    return status === 200;
  }
}
