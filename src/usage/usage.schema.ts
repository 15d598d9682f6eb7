import { z } from 'zod';
import { fieldFault, issueOf } from '../../libs/problems';
import { isId } from '../platform';
import { queryMoment } from '../platform/http';
import { refusals } from './outcomes';
import { steps } from './time-steps';

export const usageQuery = z.strictObject({
  keyId: z
    .string()
    .refine(isId, issueOf(fieldFault('invalid-format', { format: 'uuid' }, 'must be the id of a key')))
    .optional()
    .describe('This key only; without it all keys of the company together.'),
  from: queryMoment
    .optional()
    .describe('The hour or day in which this is comes first. Without it 24 hours, or 30 days, are shown.'),
  to: queryMoment.optional().describe('Before. Without it the present hour or day comes last.'),
  step: z.enum(steps, 'must be hour or day').default('hour').describe('Of UTC.'),
});

const counts = {
  valid: z.int().describe('How often a key was good.'),
  refused: z.int().describe('How often a known key was refused, for whatever reason.'),
  reasons: z
    .partialRecord(z.enum(refusals), z.int())
    .describe('How often for which reason; a reason that did not occur is left out.'),
};

export const usageSchema = z
  .object({
    from: z.iso.datetime().describe('When the first step begins.'),
    to: z.iso.datetime().describe('When the last one ends.'),
    step: z.enum(steps),
    data: z
      .array(
        z.object({ at: z.iso.datetime().describe('When it begins.'), ...counts }).meta({ id: 'UsageStep' }),
      )
      .describe('Every hour or day, oldest first, also where nothing happened.'),
    totals: z.object(counts).meta({ id: 'UsageCounts' }),
  })
  .meta({ id: 'Usage' });

export type UsageQuery = z.infer<typeof usageQuery>;
export type UsageView = z.infer<typeof usageSchema>;
export type CountsView = UsageView['totals'];
