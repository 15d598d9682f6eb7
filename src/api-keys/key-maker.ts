import { z } from 'zod';

/** Who made a key. */
export const keyMaker = z
  .object({
    type: z
      .enum(['user', 'service-account', 'service-key', 'system'])
      .describe('A `service-key` is a backend of the platform, which acted for the company.'),
    id: z.uuid(),
    name: z.string(),
    username: z.string().describe('The same as `name`.'),
    active: z.boolean().describe('Whether they still are a member, or the key still works.'),
  })
  .describe('Who made the key.');

export type KeyMaker = z.infer<typeof keyMaker>;
