import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Logger } from 'pino';
import { LOGGER } from './logging';
import { Periodic } from './periodic';

/** What the application does beside the requests: again and again while it runs, and once more when it stops. */
@Injectable()
export class Background implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly turns: Periodic[] = [];
  private readonly lastActs: (() => Promise<void>)[] = [];

  constructor(@Inject(LOGGER) private readonly log: Logger) {}

  /**
   * To be said in a constructor; the first turn comes after the application has started.
   * @param everyMs as for `Periodic`.
   * @param onFault what the log says of a turn that failed; the next one comes all the same.
   */
  every(everyMs: number, work: () => Promise<unknown>, onFault: string): void {
    const turn = async (): Promise<void> => {
      await work();
    };
    this.turns.push(new Periodic(everyMs, turn, (err) => this.log.warn({ err }, onFault)));
  }

  /** Done when the last requests have been answered and the last turns are over, before the database closes. */
  onShutdown(work: () => Promise<void>): void {
    this.lastActs.push(work);
  }

  onApplicationBootstrap(): void {
    for (const turn of this.turns) turn.start();
  }

  /** @throws the first fault of what is done at the end, after all of it was tried. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.turns.map((turn) => turn.stop()));
    const ends = await Promise.allSettled(this.lastActs.map((act) => act()));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }
}
