import { z } from 'zod';
import { permissionSchema, permissionsSchema } from '../access';
import { revocationSchema } from '../cluster';
import { pageOf, plainText } from '../platform/http';

export const roleSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    system: z.boolean().describe('Built in: it can be assigned, not edited.'),
    permissions: z.array(permissionSchema),
  })
  .meta({ id: 'Role' });

export const rolePage = pageOf(roleSchema).meta({ id: 'RolePage' });
export const changedRole = roleSchema.extend({ revocation: revocationSchema }).meta({ id: 'ChangedRole' });
export const deletedRole = z.object({ revocation: revocationSchema }).meta({ id: 'DeletedRole' });

export const newRole = z
  .strictObject({ name: plainText(64), permissions: permissionsSchema })
  .meta({ id: 'NewRole' });
export const rolePatch = newRole.partial().meta({ id: 'RolePatch' });

export type RoleView = z.infer<typeof roleSchema>;
export type ChangedRole = z.infer<typeof changedRole>;
export type DeletedRole = z.infer<typeof deletedRole>;
export type NewRole = z.infer<typeof newRole>;
export type RolePatch = z.infer<typeof rolePatch>;
