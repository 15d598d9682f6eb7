import { z } from 'zod';

/** A permission by its name. Whether the server has it, the catalogue says. */
export const permissionSchema = z
  .templateLiteral(
    [z.string().regex(/^[a-z][a-z0-9.-]{0,47}$/), ':', z.string().regex(/^[a-z][a-z0-9-]{0,47}$/)],
    'must be a permission, like sales-invoices:read',
  )
  .meta({ id: 'Permission', description: 'A resource and an action. `GET /api/v1/permissions` lists all.' });

/** What somebody gives: one permission, or all of a resource. */
const permissionGrantSchema = z
  .templateLiteral(
    [z.string().regex(/^[a-z][a-z0-9.-]{0,47}$/), ':', z.string().regex(/^([a-z][a-z0-9-]{0,47}|\*)$/)],
    'must be a permission, like sales-invoices:read, or all of a resource, like sales-invoices:*',
  )
  .meta({
    id: 'PermissionGrant',
    description:
      'A permission, or `resource:*` for all permissions of the resource that can be given here. It is resolved at once: answers list permissions, and what the resource comes to have later is not included.',
  });

/** Several of them. What stands twice is found where it stands, and kept once by whoever stores it. */
export const permissionsSchema = z.array(permissionGrantSchema).max(1_000);
