import { z } from 'zod';
import { keyEnvironments } from '../../libs/api-key';
import { keyKinds } from '../../libs/permissions';
import { permissionSchema, permissionsSchema } from '../access';
import { revocationSchema } from '../cluster';
import { quotaSchema, rateLimitsSchema } from '../limits';
import { momentOrDay, orAbsent, pageOf, plainText, timeZoneName } from '../platform/http';
import { allowedAddressesSchema } from './addresses';
import { keyMaker } from './key-maker';
import { keyMetadata } from './key-metadata';
import { keyStatuses } from './key-status';

const keyKind = z.enum(keyKinds);

export const keySchema = z
  .object({
    id: z.uuid(),
    kind: keyKind,
    environment: z.enum(keyEnvironments),
    name: z.string().nullable(),
    description: z.string().nullable(),
    metadata: keyMetadata.nullable().describe('Facts of yours about the key; null for none.'),
    status: z.enum(keyStatuses),
    expiringSoon: z.boolean().describe('The key works and will expire within 14 days.'),
    start: z.string().nullable().describe('How the key begins; null for a key without a prefix.'),
    last4: z.string().describe('Empty for an imported key until its first use.'),
    seenBy: z.iso
      .datetime()
      .nullable()
      .describe(
        'Of an imported key that nobody has used: it expires then, unless it is used before. Otherwise null.',
      ),
    superseded: z
      .object({
        start: z.string().nullable(),
        last4: z.string(),
        endsAt: z.iso.datetime(),
        lastUsedAt: z.iso
          .datetime()
          .nullable()
          .describe('To the minute; null when it was not used since the rotation.'),
      })
      .nullable()
      .describe('The previous secret while it still works after a rotation; otherwise null.'),
    product: z.string().nullable(),
    owner: z
      .object({ id: z.uuid(), username: z.string() })
      .nullable()
      .describe('The owner of a personal key, or the service account of a machine key.'),
    createdAt: z.iso.datetime(),
    createdBy: keyMaker,
    issuedAt: z.iso
      .datetime()
      .describe('When its current secret was made. The maximum lifetime of the policy counts from here.'),
    expiresAt: z.iso.datetime().nullable().describe('When the key stops working, under the current policy.'),
    lastUsedAt: z.iso.datetime().nullable().describe('To the minute; null until the first use.'),
    lastUsed: z
      .object({
        at: z.iso.datetime(),
        address: z.string().nullable(),
        userAgent: z.string().nullable(),
        route: z
          .string()
          .nullable()
          .describe(
            'The method and the pattern of the path; null for a use that another service asked about.',
          ),
      })
      .nullable()
      .describe('The last use that was accepted, to the minute; null until the first use.'),
    failing: z
      .boolean()
      .describe('Whether it was refused in the hour at hand or the 23 before, as far as that is written.'),
    permissions: z.array(permissionSchema),
    allowedAddresses: allowedAddressesSchema,
    rateLimits: rateLimitsSchema,
    quota: quotaSchema.extend({ remaining: z.int() }).nullable(),
    recoverable: z.boolean().describe('The secret can be shown again.'),
    disabledAt: z.iso
      .datetime()
      .nullable()
      .describe(
        'Since when the key itself is disabled. Null for one that is not, though the policy, its product or its owner may disable it.',
      ),
    revokedAt: z.iso.datetime().nullable(),
    revokedReason: z.string().nullable().describe('What was said when the key was revoked, if anything.'),
    deletedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Key' });

const page = pageOf(keySchema);
export const keyPage = page
  .extend({
    pagination: page.shape.pagination.extend({
      total: z.int().optional().describe('The number of keys on all pages; with `count=true`.'),
      totalIsMinimum: z
        .literal(true)
        .optional()
        .describe(
          'Present when the server stopped counting after it had looked at 10,000 keys: there are at least `total` keys. Only with filters that are not told by the key alone.',
        ),
      partial: z
        .literal(true)
        .optional()
        .describe(
          'Present when the server stopped after looking at 10,000 keys: this page may have fewer keys than there are. Go on with the cursor.',
        ),
    }),
  })
  .meta({ id: 'KeyPage' });
const secret = z.string().describe('The key itself. Keep it where you keep passwords.');
export const issuedKey = z.object({ key: keySchema, secret }).meta({ id: 'IssuedKey' });
export const revealedKey = z.object({ secret }).meta({ id: 'RevealedKey' });
export const rotatedKey = issuedKey
  .extend({ revocation: revocationSchema.optional() })
  .meta({ id: 'RotatedKey' });
export const changedKey = z
  .object({ key: keySchema, revocation: revocationSchema })
  .meta({ id: 'ChangedKey' });
export const endedOverlap = changedKey
  .extend({ revocation: revocationSchema.optional().describe('Absent if there was no old secret to end.') })
  .meta({ id: 'EndedOverlap' });
export const enabledKey = changedKey
  .extend({
    revocation: revocationSchema
      .optional()
      .describe('From when every instance accepts the key again. Absent if it was not disabled.'),
  })
  .meta({ id: 'EnabledKey' });

const expiry = momentOrDay.describe(
  'A moment, at any offset, or a date, which means the end of that day in `timeZone`.',
);
const zone =
  'Where the day of `expiresAt` ends: a time zone of the IANA database, that of the company if left out.';

export const newKey = z
  .strictObject({
    kind: keyKind,
    environment: orAbsent(z.enum(keyEnvironments)).describe(
      'Live, if left out. A test key begins with `<prefix>_test_`, and is accepted only where test keys are expected. It never changes.',
    ),
    name: orAbsent(plainText(100)),
    description: orAbsent(plainText(500)),
    metadata: orAbsent(keyMetadata).describe(
      'Facts of yours: at most 50, and 4,096 bytes as JSON. A verification returns them when it is asked for them.',
    ),
    product: orAbsent(z.string().min(1).max(64)).describe('For a product key: which.'),
    serviceAccountId: orAbsent(z.string().max(64)).describe('For a machine key: whose.'),
    expiresAt: orAbsent(expiry),
    timeZone: orAbsent(timeZoneName).describe(zone),
    permissions: orAbsent(permissionsSchema).describe(
      'If left out, all permissions that a key of this kind may have, also later ones, if you hold all of them; otherwise those that you hold. For a machine key, those that its service account and you hold now. If empty, none.',
    ),
    allowedAddresses: orAbsent(allowedAddressesSchema),
    rateLimits: orAbsent(rateLimitsSchema),
    quota: orAbsent(quotaSchema),
  })
  .meta({ id: 'NewKey' });

export const keyPatch = z
  .strictObject({
    name: plainText(100).nullable(),
    description: plainText(500).nullable(),
    metadata: keyMetadata.nullable().describe('Replaces all that is there.'),
    expiresAt: expiry
      .nullable()
      .describe(
        'A moment, at any offset, or a date, which means the end of that day in `timeZone`. Where it makes an expired key work again, you have to hold what the key may do, and it asks for a step-up of the action `widen` where the policy wants one to create a key.',
      ),
    timeZone: timeZoneName.describe(zone),
    permissions: permissionsSchema
      .nullable()
      .describe(
        'Null for all that a key of this kind may have, also later ones; a service account cannot give that. You have to hold what is added, and it asks for a step-up of the action `widen` where the policy wants one to create a key.',
      ),
    allowedAddresses: allowedAddressesSchema
      .nullable()
      .describe(
        'Null or an empty list for any. Addresses that are added ask for a step-up of the action `widen` where the policy wants one to create a key.',
      ),
    rateLimits: rateLimitsSchema
      .nullable()
      .describe('A limit that is raised, renamed or removed asks for the same step-up.'),
    quota: quotaSchema
      .nullable()
      .describe('A quota that is raised, refilled more often or removed asks for the same step-up.'),
  })
  .partial()
  .meta({ id: 'KeyPatch' });

const overlapSeconds = (min: number) => z.int().min(min).max(604_800);

export const rotateBody = z
  .strictObject({
    overlapSeconds: overlapSeconds(0).describe(
      'How long the old secret keeps working, at most until its own expiry.',
    ),
    expiresAt: orAbsent(expiry).describe(
      'If left out, the expiry stays as it is; the new secret of an expired key gets the same lifetime again, from now.',
    ),
    timeZone: orAbsent(timeZoneName).describe(zone),
  })
  .meta({ id: 'RotateKey' });

export const selfRotateBody = z
  .strictObject({
    overlapSeconds: overlapSeconds(3_600).describe('How long the secret of this request keeps working.'),
  })
  .meta({ id: 'SelfRotate' });

export type KeyView = z.infer<typeof keySchema>;
export type KeyPage = z.infer<typeof keyPage>;
export type IssuedKey = z.infer<typeof issuedKey>;
export type RevealedKey = z.infer<typeof revealedKey>;
export type RotatedKey = z.infer<typeof rotatedKey>;
export type SelfRotateBody = z.infer<typeof selfRotateBody>;
export type RotateBody = z.infer<typeof rotateBody>;
export type ChangedKey = z.infer<typeof changedKey>;
export type EndedOverlap = z.infer<typeof endedOverlap>;
export type EnabledKey = z.infer<typeof enabledKey>;
export type NewKey = z.infer<typeof newKey>;
export type KeyPatch = z.infer<typeof keyPatch>;
