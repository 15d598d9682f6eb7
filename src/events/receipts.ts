import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { type Logger } from 'pino';
import { z } from 'zod';
import { Clock, DeadlineExceeded, secondMs, within } from '../platform';
import { type Tx } from '../platform/database';
import { LOGGER } from '../platform/logging';
import { type Principal } from '../tenancy';
import { AuditTrailService } from './audit-trail.service';
import { type AppendedEvent } from './event-log';
import { Instances } from './instances';
import { leaseMs } from './lease';

/** How far a change that can refuse a key has come: part of the answer to the act. */
export const revocationSchema = z
  .discriminatedUnion('effectiveEverywhere', [
    z.object({
      position: z.int().describe('Where the act stands in the event log.'),
      effectiveEverywhere: z.literal(true),
      afterMs: z.int().describe('How long it took, in milliseconds, from the commit.'),
    }),
    z.object({
      position: z.int(),
      effectiveEverywhere: z.literal(false),
      effectiveBy: z.iso.datetime().describe('From then on no instance can accept it.'),
    }),
  ])
  .meta({ id: 'Revocation' });

export type Revocation = z.infer<typeof revocationSchema>;

const longestWaitMs = secondMs;
const askEveryMs = 20;
// As long as a statement may take.
const longestCommitMs = 11 * secondMs;

/** Tells how far an act has come: whether every instance knows of it, or by when none can act on what it remembers. */
@Injectable()
export class Receipts {
  constructor(
    private readonly instances: Instances,
    private readonly trail: AuditTrailService,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /**
   * Waits up to a second until the event is in force on every instance. Call it right after the unit of work.
   * @returns the receipt; also when the database has gone meanwhile, for the act itself is done. It does not fail.
   */
  async awaitEffective({ position }: AppendedEvent): Promise<Revocation> {
    const beganMs = this.clock.monotonicMs();
    // Later than the commit, so it is never too early.
    const effectiveBy = new Date(this.clock.now().getTime() + leaseMs).toISOString();
    const everywhere = await this.isKnownEverywhere(position);
    if (!everywhere) return { position, effectiveEverywhere: false, effectiveBy };
    const afterMs = Math.ceil(this.clock.monotonicMs() - beganMs);
    return { position, effectiveEverywhere: true, afterMs };
  }

  /** The event of an act that was done before and is asked for again. @throws when there was none. */
  async earlier(principal: Principal, type: string, targetId: string, tx: Tx): Promise<AppendedEvent> {
    const position = await this.trail.firstPosition(principal, type, targetId, tx);
    if (position === null) throw new Error(`There is no ${type} of ${targetId}`);
    return { position };
  }

  /**
   * What can be said of an event before its unit is committed, to be kept with the act: by when no instance can act on what
   * it remembers, however long the COMMIT takes. Ask for it in the last steps of the unit, when the event has its place.
   */
  atTheLatest({ position }: AppendedEvent): Revocation {
    const effectiveBy = new Date(this.clock.now().getTime() + leaseMs + longestCommitMs).toISOString();
    return { position, effectiveEverywhere: false, effectiveBy };
  }

  private async isKnownEverywhere(position: number): Promise<boolean> {
    const asking = new AbortController();
    try {
      return await within(this.askUntilKnown(position, asking.signal), longestWaitMs);
    } catch (err) {
      if (!(err instanceof DeadlineExceeded))
        this.log.warn({ err, position }, 'nobody could be asked how far an act has come');
      return false;
    } finally {
      asking.abort();
    }
  }

  private async askUntilKnown(position: number, asking: AbortSignal): Promise<boolean> {
    while (!(await this.instances.haveAllRead(position))) {
      await pause(askEveryMs);
      if (asking.aborted) return false;
    }
    return true;
  }
}
