import { z } from 'zod';
import { keyEnvironments } from '../../libs/api-key';
import { keyKinds } from '../../libs/permissions';
import { permissionSchema } from '../access';
import { pageQuery, queryInteger } from '../platform/http';
import { keyStatuses } from './key-status';
import { keySorts } from './lists/key-place';

const daysRule = 'must be a whole number from 1 to 3650';

/** A number of days, as a query has it. */
const days = queryInteger({ format: 'digits', max: 3_650, rule: daysRule }).optional();

/** A filter that is there or not. */
const onlyTrue = z
  .enum(['true'], 'must be true')
  .transform(() => true)
  .optional();

export const keyQuery = pageQuery.extend({
  sort: z.enum(keySorts).default('-createdAt').meta({
    description:
      'With `-` falling. Keys without a name, an expiry or a use come last, whichever way; equal ones are in the order in which they were made. After a change of a policy the order by `expiresAt` follows within minutes; an imported key that nobody has used yet stands where its own expiry puts it. A cursor is good for one sort and the same filters.',
  }),
  kind: z.enum(keyKinds).optional(),
  environment: z.enum(keyEnvironments).optional().describe('Keys of this environment only.'),
  product: z.string().max(64).optional().describe('Keys of this product only.'),
  owner: z
    .string()
    .max(64)
    .optional()
    .describe('Personal keys of this user only, or machine keys of this service account.'),
  createdBy: z.string().max(64).optional().describe('Keys that this user or service account made.'),
  unusedDays: days.meta({
    description:
      'Keys that were not used for so many days. One that was never used counts from when it was made.',
  }),
  expiresWithinDays: days.meta({ description: 'Keys that work, and expire within so many days.' }),
  failing: onlyTrue.meta({
    description:
      'With `true`, keys that were refused in the hour at hand or the 23 before, as far as that is written.',
  }),
  makerLeft: onlyTrue.meta({
    description:
      'With `true`, keys made by a person or a service account that is no longer an active member of the company. Not revoked keys, nor the personal keys of the maker, which stop with the membership.',
  }),
  permission: permissionSchema.optional().meta({ description: 'Keys that hold this permission now.' }),
  status: z.enum(keyStatuses).optional(),
  q: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe(
      'The beginning of any word of a name, a description or the username of an owner, whatever its case and accents, or of a key, including an old secret that still works.',
    ),
  deleted: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .meta({ description: 'Includes deleted keys.' }),
  count: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .meta({
      description:
        'Also counts the matching keys on all pages: `pagination.total`. With `q`, `status`, `permission`, `unusedDays`, `expiresWithinDays`, `failing` or `makerLeft` the server may stop early and says so in `pagination.totalIsMinimum`.',
    }),
});

export type KeyQuery = z.infer<typeof keyQuery>;
