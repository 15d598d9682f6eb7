import { z } from 'zod';
import { keyKinds } from '../../libs/permissions';
import { permissionSchema } from '../access';

export const permissionList = z
  .object({
    data: z.array(
      z
        .object({
          name: permissionSchema,
          label: z.string().describe('English: what it allows, under the heading of its group.'),
          group: z.string().describe('English.'),
          source: z
            .enum(['management', 'business', 'product'])
            .describe(
              '`management` protects Kunci itself, `business` a module beside it, `product` what a product of the company protects elsewhere.',
            ),
          product: z.string().nullable().describe('The code of the product that defines it.'),
          kinds: z.array(z.enum(keyKinds)).describe('The kinds of keys that can hold it.'),
        })
        .meta({ id: 'PermissionEntry' }),
    ),
  })
  .meta({ id: 'PermissionList' });

export type PermissionListView = z.infer<typeof permissionList>;
