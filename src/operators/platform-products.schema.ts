import { z } from 'zod';
import { fieldFault, issueOf } from '../../libs/problems';
import { permissionSchema, permissionsSchema } from '../access';
import { revocationSchema } from '../cluster';
import { orAbsent, pageOf, plainText, slugText } from '../platform/http';
import { permissionNameSchema } from '../products';

export const platformProduct = z
  .object({
    code: z.string(),
    name: z.string(),
    permissions: z
      .array(z.object({ name: permissionSchema, label: z.string() }))
      .describe('What the product protects outside this program.'),
    grants: z.array(permissionSchema).describe('What a key for this product may do at most in this program.'),
    enabledByDefault: z.boolean().describe('Companies that are made from now on have it at once.'),
    forMembers: z
      .boolean()
      .describe('Every member of a company that has it holds its permissions, not only its administrators.'),
    createdAt: z.iso.datetime(),
    retiredAt: z.iso.datetime().nullable().describe('Since when no company can get it.'),
  })
  .meta({ id: 'PlatformProduct' });

export const platformProductPage = pageOf(platformProduct).meta({ id: 'PlatformProductPage' });

export const changedProduct = platformProduct
  .extend({ revocation: revocationSchema })
  .meta({ id: 'ChangedProduct' });

const definedPermissions = z
  .array(z.strictObject({ name: permissionNameSchema, label: plainText(100) }))
  .max(100)
  .refine(
    (permissions) => new Set(permissions.map(({ name }) => name)).size === permissions.length,
    issueOf(fieldFault('duplicate', { field: 'name' })),
  )
  .meta({ id: 'DefinedPermissions' });

export const newProduct = z
  .strictObject({
    code: slugText,
    name: plainText(100),
    permissions: orAbsent(definedPermissions),
    grants: permissionsSchema,
    enabledByDefault: orAbsent(z.boolean()),
    forMembers: orAbsent(z.boolean()),
  })
  .meta({ id: 'NewProduct' });

export const productPatch = z
  .strictObject({
    name: plainText(100),
    permissions: definedPermissions.describe(
      'All that the product will have. One that keeps its name stays in every key and role; one that is missing is removed from them.',
    ),
    grants: permissionsSchema,
    enabledByDefault: z.boolean(),
    forMembers: z.boolean(),
  })
  .partial()
  .meta({ id: 'ProductPatch' });

export const forced = z.strictObject({
  force: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .meta({ description: 'Removes permissions although keys hold them.' }),
});

export type Forced = z.infer<typeof forced>;
export type PlatformProductView = z.infer<typeof platformProduct>;
export type ChangedProduct = z.infer<typeof changedProduct>;
export type NewProduct = z.infer<typeof newProduct>;
export type ProductPatch = z.infer<typeof productPatch>;
export type DefinedPermission = z.infer<typeof definedPermissions>[number];
