import { z } from 'zod';
import { fieldFault, issueOf } from '../../libs/problems';
import { isId } from '../platform';
import { queryMomentOrDay, timeZoneName } from '../platform/http';
import { refusals } from './outcomes';
import { steps } from './time-steps';

export const usageQuery = z.strictObject({
  keyId: z
    .string()
    .refine(isId, issueOf(fieldFault('invalid-format', { format: 'uuid' }, 'must be the id of a key')))
    .optional()
    .describe('Only this key. If left out, all keys of the company together.'),
  from: queryMomentOrDay
    .optional()
    .describe(
      'The first step is the one that contains this time, or the beginning of this day. If left out, the last 24 hours or 30 days.',
    ),
  to: queryMomentOrDay
    .optional()
    .describe(
      'Before this time, or to the end of this day. If left out, the current hour or day comes last.',
    ),
  timeZone: timeZoneName
    .optional()
    .describe(
      'Where the days of `from` and `to` begin and end: a time zone of the IANA database, that of the company if left out.',
    ),
  step: z.enum(steps, 'must be hour or day').default('hour').describe('Of UTC, whatever the time zone.'),
});

const counts = {
  valid: z.int().describe('How often a key was valid.'),
  refused: z.int().describe('How often a known key was refused, for any reason.'),
  reasons: z
    .partialRecord(z.enum(refusals), z.int())
    .describe('The number of refusals by reason; reasons that did not occur are left out.'),
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
      .describe('Every hour or day, oldest first, including those without uses.'),
    totals: z.object(counts).meta({ id: 'UsageCounts' }),
  })
  .meta({ id: 'Usage' });

export type UsageQuery = z.infer<typeof usageQuery>;
export type UsageView = z.infer<typeof usageSchema>;
export type CountsView = UsageView['totals'];
