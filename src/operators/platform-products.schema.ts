import { z } from 'zod';
import { grantableTo } from '../../libs/permissions';
import { pageOf, plainText, slugText } from '../platform/http';

const grantable = grantableTo('product');
const grant = z.enum(grantable);

export const platformProduct = z
  .object({
    code: z.string(),
    name: z.string(),
    grants: z.array(grant).describe('What a key for this product may do at most.'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'PlatformProduct' });

export const platformProductPage = pageOf(platformProduct).meta({ id: 'PlatformProductPage' });

export const newProduct = z
  .strictObject({
    code: slugText,
    name: plainText(100),
    grants: z
      .array(grant)
      .max(grantable.length)
      .transform((grants) => [...new Set(grants)]),
  })
  .meta({ id: 'NewProduct' });

export type PlatformProductView = z.infer<typeof platformProduct>;
export type NewProduct = z.infer<typeof newProduct>;
