import { z } from 'zod';
import { keySchema } from './api-keys.schema';

/** How someone came to know a secret. */
const waysToKnow = ['created', 'rotated', 'shown'] as const;

export const knownKeys = z
  .object({
    user: z.object({
      id: z.uuid(),
      username: z.string(),
      active: z.boolean().describe('Whether they are an active member of the company now.'),
    }),
    data: z
      .array(
        z.object({
          key: keySchema,
          ways: z
            .array(z.enum(waysToKnow))
            .describe('How they came to know a secret of it that still works, the latest way first.'),
          lastAt: z.iso.datetime().describe('When the latest of these was.'),
        }),
      )
      .describe('100 keys at most, those that they came to know last first.'),
    more: z.boolean().describe('Whether there are more: they follow as these are rotated or revoked.'),
  })
  .meta({ id: 'KnownKeys' });

export type WayToKnow = (typeof waysToKnow)[number];
export type KnownKeysView = z.infer<typeof knownKeys>;
