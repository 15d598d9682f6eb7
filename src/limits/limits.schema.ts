import { z } from 'zod';
import { fieldFault, issueOf } from '../../libs/problems';
import { inFormat } from '../platform/http';

const rateLimit = z.strictObject({
  name: z
    .string()
    .check(
      inFormat(
        'rate-limit-name',
        /^[a-z][a-z0-9-]{0,31}$/,
        'must be lower-case letters, digits and hyphens, and begin with a letter',
      ),
    ),
  limit: z.int().min(1).max(1_000_000_000),
  windowSeconds: z.int().min(1).max(2_678_400),
});

/** How often a key may be used: all of these windows hold at once. */
export const rateLimitsSchema = z
  .array(rateLimit)
  .max(8)
  .refine(
    (limits) => new Set(limits.map((limit) => limit.name)).size === limits.length,
    issueOf(fieldFault('duplicate', { field: 'name' }, 'must have different names')),
  )
  .meta({ id: 'RateLimits' });

/** How much a key may be used until its quota is refilled. */
export const quotaSchema = z
  .strictObject({
    limit: z.int().min(1).max(1_000_000_000_000),
    refill: z
      .enum(['day', 'month'])
      .nullable()
      .describe('It refills at the beginning of each UTC day or month; null for never.'),
  })
  .meta({ id: 'Quota' });

export type RateLimit = z.infer<typeof rateLimit>;
export type Quota = z.infer<typeof quotaSchema>;
