import { z } from 'zod';
import { usageQuery, usageSchema } from '../usage';
import { keyPage, keySchema } from './api-keys.schema';
import { keyQuery } from './key-query.schema';

export const usedKeySorts = [
  'refused',
  '-refused',
  'valid',
  '-valid',
  'name',
  '-name',
  'lastUsedAt',
  '-lastUsedAt',
] as const;

export const usedKeysQuery = keyQuery.pick({ limit: true, cursor: true, q: true, count: true }).extend({
  sort: z.enum(usedKeySorts).default('-refused').meta({
    description:
      'With `-` falling. Keys with as many refusals are in the order of their valid uses, and the other way round. A cursor is good for one sort and the same filters.',
  }),
  used: z
    .enum(['true', 'false'])
    .default('true')
    .transform((text) => text === 'true')
    .meta({
      description:
        'The keys that were used or refused in this time, also if they are deleted by now; with `false` those that were neither.',
    }),
  from: usageQuery.shape.from.describe(
    'The first hour is the one that contains this time, or the beginning of this day. If left out, the last 24 hours.',
  ),
  to: usageQuery.shape.to.describe(
    'Before this time, or to the end of this day. If left out, the current hour comes last.',
  ),
  timeZone: usageQuery.shape.timeZone,
});

export const usedKeysPage = z
  .object({
    from: z.iso.datetime().describe('When the first hour begins.'),
    to: z.iso.datetime().describe('When the last one ends.'),
    rankedFrom: z.iso
      .datetime()
      .describe(
        'From when on the list looks for uses: `from`, or later where there were more than 50,000 hours of keys. What is counted of a key is always the whole time.',
      ),
    data: z.array(z.object({ key: keySchema, ...usageSchema.shape.totals.shape }).meta({ id: 'UsedKey' })),
    pagination: keyPage.shape.pagination,
  })
  .meta({ id: 'UsedKeys' });

export type UsedKeysQuery = z.infer<typeof usedKeysQuery>;
export type UsedKeysPage = z.infer<typeof usedKeysPage>;
