import { z } from 'zod';
import { revocationSchema } from '../cluster';
import { orAbsent, pageOf, plainText } from '../platform/http';
import { maxNameLength } from './account-name';

export const serviceAccountSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    username: z.string().describe('`name@slug`: what its keys are sent with as Basic.'),
    description: z.string().nullable(),
    roles: z.array(z.object({ id: z.uuid(), name: z.string(), system: z.boolean() })),
    active: z.boolean().describe('While it is not, its keys are refused and kept.'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'ServiceAccount' });

export const serviceAccountPage = pageOf(serviceAccountSchema).meta({ id: 'ServiceAccountPage' });
export const changedServiceAccount = serviceAccountSchema
  .extend({ revocation: revocationSchema })
  .meta({ id: 'ChangedServiceAccount' });
export const deletedServiceAccount = z
  .object({ revocation: revocationSchema })
  .meta({ id: 'DeletedServiceAccount' });

const name = plainText(maxNameLength).describe(
  'Unique in the company, as part of a username: no blanks, colons or @.',
);
const description = plainText(500);
const roles = z.array(z.string().max(64)).max(100).describe('The ids of its roles.');

export const newServiceAccount = z
  .strictObject({ name, description: orAbsent(description), roles })
  .meta({ id: 'NewServiceAccount' });

export const serviceAccountPatch = z
  .strictObject({ name, description: description.nullable(), roles, active: z.boolean() })
  .partial()
  .meta({ id: 'ServiceAccountPatch' });

export type ServiceAccountView = z.infer<typeof serviceAccountSchema>;
export type ChangedServiceAccount = z.infer<typeof changedServiceAccount>;
export type DeletedServiceAccount = z.infer<typeof deletedServiceAccount>;
export type NewServiceAccount = z.infer<typeof newServiceAccount>;
export type ServiceAccountPatch = z.infer<typeof serviceAccountPatch>;
