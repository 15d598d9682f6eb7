import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Principal } from '../tenancy';
import { AuditTrailService } from './audit-trail.service';
import { type AppendedEvent } from './event-log';

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

/**
 * Tells when an act has reached every instance. Every verification reads the committed rows, on whichever instance, so an
 * act is in force everywhere from its commit on and there is nothing to wait for.
 */
@Injectable()
export class Receipts {
  constructor(private readonly trail: AuditTrailService) {}

  /** Resolves once the event is in force, or says by when it will be. Call it after the unit of work. */
  awaitEffective(event: AppendedEvent): Promise<Revocation> {
    return Promise.resolve({ position: event.position, effectiveEverywhere: true, afterMs: 0 });
  }

  /** The receipt of an act that was done before and asked for again. @throws when there was none. */
  async ofEarlier(principal: Principal, type: string, targetId: string): Promise<Revocation> {
    const position = await this.trail.firstPosition(principal, type, targetId);
    if (position === null) throw new Error(`There is no ${type} of ${targetId}`);
    return this.awaitEffective({ position });
  }
}
