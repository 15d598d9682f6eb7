import { z } from 'zod';
import { orAbsent, plainText } from '../platform/http';
import { changedKey, keySchema } from './api-keys.schema';

const reason = orAbsent(plainText(200));
export const reasonBody = z.strictObject({ reason }).optional().meta({ id: 'RevokeReason' });

export const revokeBody = z
  .strictObject({
    reason,
    made: orAbsent(z.boolean()).describe(
      'For a machine key that leaked: `true` also revokes what was made with it, as far as you may revoke that: the keys that it created or rotated.',
    ),
  })
  .optional()
  .meta({ id: 'RevokeKey' });

export const revokedKey = changedKey
  .extend({
    made: z
      .object({
        keys: z
          .array(keySchema)
          .describe(
            'At most 100 keys, as they are now. With `made: true` they have just been revoked, and are those that you may revoke.',
          ),
        more: z.boolean().describe('There are more. With `made: true`, repeat the request.'),
      })
      .optional()
      .describe('Of a machine key: the keys that it created or rotated, and that were not revoked before.'),
  })
  .meta({ id: 'RevokedKey' });

export type ReasonBody = z.infer<typeof reasonBody>;
export type RevokeBody = z.infer<typeof revokeBody>;
export type RevokedKey = z.infer<typeof revokedKey>;
