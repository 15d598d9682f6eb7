import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { type Logger } from 'pino';
import { z } from 'zod';
import { type EventKind } from '../../libs/events';
import { Clock, DeadlineExceeded, secondMs, within } from '../platform';
import { type Tx } from '../platform/database';
import { LOGGER } from '../platform/logging';
import { type Principal } from '../tenancy';
import { type AppendedEvent, AuditTrailService, readHead } from '../audit';
import { Instances } from './instances';
import { leaseMs } from './cache-lease';

/** How far a change that can make keys invalid has spread: part of the answer to the act. */
export const revocationSchema = z
  .discriminatedUnion('effectiveEverywhere', [
    z.object({
      position: z.int().describe('The position of the act in the event log.'),
      effectiveEverywhere: z.literal(true),
      afterMs: z.int().describe('Milliseconds from the commit until every instance knew.'),
    }),
    z.object({
      position: z.int(),
      effectiveEverywhere: z.literal(false),
      effectiveBy: z.iso.datetime().describe('From this time on no instance accepts it.'),
    }),
  ])
  .meta({ id: 'Revocation' });

export type Revocation = z.infer<typeof revocationSchema>;

/** What the log says of an act that was done before. */
export interface PastAct {
  readonly kind: EventKind;
  readonly targetId: string;
}

const maxWaitMs = secondMs;
const pollEveryMs = 20;
// As long as a statement may take.
const maxCommitMs = 11 * secondMs;

/** Tells how far an act has spread: whether every instance knows it, or by when no instance can use an outdated cache entry. */
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
   * @returns the receipt, even when the database is gone by now: the act itself is done. Never rejects.
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

  /**
   * The event of an act that was already done, the last time it was, and is requested again.
   * @param acts that may have done it, the likeliest first. Without an event of any, it is the end of the log: who has read that
   * knows of whatever was committed before.
   */
  async earlier(principal: Principal, acts: readonly PastAct[], tx: Tx): Promise<AppendedEvent> {
    for (const { kind, targetId } of acts) {
      const position = await this.trail.lastPosition(principal, kind.type, targetId, tx);
      if (position !== null) return { position };
    }
    return { position: (await readHead(tx)).seq };
  }

  /**
   * What is certain before the unit is committed, to be stored with the act: by when no instance uses an outdated cache entry,
   * however long the COMMIT takes. Call it in the last steps of the unit, once the event has its position.
   */
  atTheLatest({ position }: AppendedEvent): Revocation {
    const effectiveBy = new Date(this.clock.now().getTime() + leaseMs + maxCommitMs).toISOString();
    return { position, effectiveEverywhere: false, effectiveBy };
  }

  private async isKnownEverywhere(position: number): Promise<boolean> {
    const polling = new AbortController();
    try {
      return await within(this.pollUntilKnown(position, polling.signal), maxWaitMs);
    } catch (err) {
      if (!(err instanceof DeadlineExceeded))
        this.log.warn({ err, position }, 'could not find out how far an act has spread');
      return false;
    } finally {
      polling.abort();
    }
  }

  private async pollUntilKnown(position: number, polling: AbortSignal): Promise<boolean> {
    while (!(await this.instances.haveAllRead(position))) {
      await pause(pollEveryMs);
      if (polling.aborted) return false;
    }
    return true;
  }
}
