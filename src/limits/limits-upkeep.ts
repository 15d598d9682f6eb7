import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Logger } from 'pino';
import { Periodic, secondMs } from '../platform';
import { LOGGER } from '../platform/logging';
import { Holdings } from './holdings';
import { Returns } from './returns';
import { SharedTakes } from './shared-takes';

const everyMs = 2 * secondMs;

/** Gives back what is not used: in the background what lies idle, and at the end everything. */
@Injectable()
export class LimitsUpkeep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly turns: Periodic;

  constructor(
    private readonly holdings: Holdings,
    private readonly takes: SharedTakes,
    private readonly returns: Returns,
    @Inject(LOGGER) log: Logger,
  ) {
    this.turns = new Periodic(
      everyMs,
      () => this.turn(),
      (err) => log.warn({ err }, 'what is left of rate limits and quotas could not be given back yet'),
    );
  }

  onApplicationBootstrap(): void {
    this.turns.start();
  }

  /**
   * The last requests have been answered by now, so nothing is spent any more. A process that is killed instead loses what
   * it holds: at most 5 % of what was left of each counter, until the window ends or the quota is refilled.
   */
  async onApplicationShutdown(): Promise<void> {
    await this.turns.stop();
    await this.takes.ended();
    this.holdings.retireAll();
    await this.returns.flush();
  }

  async turn(): Promise<void> {
    this.holdings.retireIdle();
    await this.returns.flush();
  }
}
