import { z } from 'zod';
import { pageQuery } from '../platform/http';
import { refusals } from './outcomes';
import { kept } from './recent-refusals';
import { usageQuery } from './usage.schema';

export const refusalsQuery = z.strictObject({
  keyId: usageQuery.shape.keyId.describe('Only this key. If left out, all keys that you may read.'),
  reason: z.enum(refusals).optional().describe('Only refusals for this reason.'),
  from: usageQuery.shape.from.describe('From this time on, or from the beginning of this day.'),
  to: usageQuery.shape.to.describe('Before this time, or to the end of this day.'),
  timeZone: usageQuery.shape.timeZone,
  limit: pageQuery.shape.limit.unwrap().default(kept.perKey).meta({
    description: 'How many refusals to return, 1 to 100, the newest first.',
  }),
});

export const refusalsSchema = z
  .object({
    since: z.iso
      .datetime()
      .describe('When the instance started that answers. It knows nothing of what was refused before.'),
    instance: z.string().describe('Which instance answers. What others refused is not here.'),
    kept: z
      .object({ perKey: z.int(), keys: z.int() })
      .describe(
        `How many refusals of a key it remembers, and of how many keys of a company. Of all companies it remembers ${kept.keys.toLocaleString('en')} keys; beyond that, the company with the most loses the key that was refused longest ago.`,
      ),
    data: z
      .array(
        z
          .object({
            keyId: z.string(),
            at: z.iso.datetime(),
            reason: z.enum(refusals),
            address: z.string().nullable().describe('Where the request came from, if that is known.'),
            route: z
              .string()
              .nullable()
              .describe(
                'The method and the pattern of the path; null where another service asked about the key.',
              ),
            requestId: z.string().nullable().describe('The `requestId` of the answer.'),
          })
          .meta({ id: 'Refusal' }),
      )
      .describe('The newest first.'),
  })
  .meta({ id: 'Refusals' });

export type RefusalsQuery = z.infer<typeof refusalsQuery>;
export type RefusalsView = z.infer<typeof refusalsSchema>;
