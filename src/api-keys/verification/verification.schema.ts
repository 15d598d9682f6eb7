import { z } from 'zod';
import { keyEnvironments } from '../../../libs/api-key';
import { keyKinds } from '../../../libs/permissions';
import { permissionSchema } from '../../access';
import { quotaSchema, rateLimitsSchema } from '../../limits';
import { clientAddressSchema } from '../addresses';
import { keyMetadata } from '../key-metadata';
import { maxCharacters } from './asked-permissions';
import { denials } from './verdict';

export const verifyRequest = z
  .strictObject({
    key: z.string().min(1).max(512).describe('The key as it was presented to you.'),
    username: z.string().max(254).optional().describe('The username it was presented with, if any.'),
    permission: z
      .string()
      .max(maxCharacters)
      .optional()
      .describe(
        'What the key must be allowed to do: a permission, or permissions joined by `AND`, `OR` and parentheses, for example ' +
          '`orders:read AND (orders:refund OR orders:admin)`. `AND` binds closer than `OR`. At most 50 permissions.',
      ),
    product: z.string().min(1).max(64).optional().describe('Only a key of this product is accepted.'),
    address: clientAddressSchema
      .optional()
      .describe(
        'The address that the key came from; a port is ignored. A key with allowed addresses is refused without it.',
      ),
    environment: z
      .enum(keyEnvironments)
      .default('live')
      .describe('Which keys you accept here: a key of the other environment is `ENVIRONMENT_MISMATCH`.'),
    cost: z
      .int()
      .min(0)
      .max(1_000_000)
      .default(1)
      .describe(
        'What this use counts against limits; 0 only looks: it spends nothing, and no limit denies it.',
      ),
    include: z
      .array(z.enum(['metadata']))
      .max(1)
      .optional()
      .describe('What the answer is to hold besides. `metadata` costs the server one more read.'),
  })
  .meta({ id: 'VerifyRequest' });

export const verifyAnswer = z
  .object({
    valid: z.boolean(),
    code: z.enum(['VALID', ...denials]),
    key: z
      .object({
        id: z.uuid(),
        kind: z.enum(keyKinds),
        environment: z.enum(keyEnvironments),
        name: z.string().nullable(),
        product: z.string().nullable(),
        owner: z.object({ id: z.uuid(), username: z.string() }).nullable(),
        expiresAt: z.iso.datetime().nullable(),
      })
      .optional(),
    metadata: keyMetadata
      .nullable()
      .optional()
      .describe('With `include: ["metadata"]`, of a key that is known; null for none.'),
    company: z.object({ id: z.uuid(), name: z.string(), slug: z.string() }).optional(),
    permissions: z.array(permissionSchema).optional(),
    unknown: z
      .array(permissionSchema)
      .optional()
      .describe('Permissions of the request that this server does not know. No key holds them.'),
    rateLimits: z
      .array(rateLimitsSchema.element.extend({ remaining: z.int(), resetsAt: z.iso.datetime().nullable() }))
      .optional(),
    quota: quotaSchema.extend({ remaining: z.int() }).nullable().optional(),
  })
  .meta({ id: 'VerifyAnswer' });

export type VerifyRequest = z.infer<typeof verifyRequest>;
export type VerifyAnswer = z.infer<typeof verifyAnswer>;
