import { z } from 'zod';
import { permissionSchema, permissionsSchema } from '../access';
import { pageOf, plainText, slugText } from '../platform/http';

export const platformProduct = z
  .object({
    code: z.string(),
    name: z.string(),
    grants: z
      .array(permissionSchema)
      .describe('The permissions that a key for this product may have at most.'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'PlatformProduct' });

export const platformProductPage = pageOf(platformProduct).meta({ id: 'PlatformProductPage' });

export const newProduct = z
  .strictObject({
    code: slugText,
    name: plainText(100),
    grants: permissionsSchema,
  })
  .meta({ id: 'NewProduct' });

export type PlatformProductView = z.infer<typeof platformProduct>;
export type NewProduct = z.infer<typeof newProduct>;
