import { z } from 'zod';
import { keySchema } from './api-keys.schema';

/** How a secret that was found relates to its key. */
const secretStanding = ['current', 'superseded', 'ended'] as const;

export const keyLookup = z
  .strictObject({
    key: z
      .string()
      .min(1)
      .max(512)
      .describe('The secret as it was found. Blanks, quotes and invisible characters around it are ignored.'),
  })
  .meta({ id: 'KeyLookup' });

export const foundKey = z
  .object({
    key: keySchema,
    matched: z
      .enum(secretStanding)
      .describe(
        'The secret that was found: the newest of the key, its previous one that still works after a rotation, or an old one that ' +
          'no longer works. Whether the key itself works is its `status`.',
      ),
  })
  .meta({ id: 'FoundKey' });

export type KeyLookupRequest = z.infer<typeof keyLookup>;
export type FoundKey = z.infer<typeof foundKey>;
