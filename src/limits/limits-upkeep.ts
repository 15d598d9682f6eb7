import { Injectable } from '@nestjs/common';
import { Background, secondMs } from '../platform';
import { TokenLeases } from './token-leases';
import { TokenReturns } from './token-returns';
import { CoalescedRefill } from './coalesced-refill';

const everyMs = 2 * secondMs;

/** Gives back what is not used: in the background what lies idle, and at the end everything. */
@Injectable()
export class LimitsUpkeep {
  constructor(
    private readonly tokenLeases: TokenLeases,
    private readonly refills: CoalescedRefill,
    private readonly returns: TokenReturns,
    background: Background,
  ) {
    const onFault = 'what is left of rate limits and quotas could not be given back yet';
    background.every(everyMs, () => this.turn(), onFault);
    background.onShutdown(() => this.returnAll());
  }

  async turn(): Promise<void> {
    this.tokenLeases.retireIdle();
    await this.returns.flush();
  }

  /**
   * The last requests have been answered by now, so nothing more is spent. A process that is killed instead loses what
   * it holds: at most 5 % of what was left of a window until it ends, and 1 % of a quota.
   */
  async returnAll(): Promise<void> {
    await this.refills.ended();
    this.tokenLeases.retireAll();
    await this.returns.flush();
  }
}
