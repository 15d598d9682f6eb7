import { Injectable } from '@nestjs/common';
import { Background, secondMs } from '../platform';
import { Holdings } from './holdings';
import { Returns } from './returns';
import { SharedTakes } from './shared-takes';

const everyMs = 2 * secondMs;

/** Gives back what is not used: in the background what lies idle, and at the end everything. */
@Injectable()
export class LimitsUpkeep {
  constructor(
    private readonly holdings: Holdings,
    private readonly takes: SharedTakes,
    private readonly returns: Returns,
    background: Background,
  ) {
    const onFault = 'what is left of rate limits and quotas could not be given back yet';
    background.every(everyMs, () => this.turn(), onFault);
    background.atTheEnd(() => this.giveBackAll());
  }

  async turn(): Promise<void> {
    this.holdings.retireIdle();
    await this.returns.flush();
  }

  /**
   * The last requests have been answered by now, so nothing is spent any more. A process that is killed instead loses what
   * it holds: at most 5 % of what was left of a window until it ends, and 1 % of a quota.
   */
  async giveBackAll(): Promise<void> {
    await this.takes.ended();
    this.holdings.retireAll();
    await this.returns.flush();
  }
}
