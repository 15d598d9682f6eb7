import { z } from 'zod';
import { keyEnvironments } from '../../../libs/api-key';
import { keyKinds } from '../../../libs/permissions';
import { permissionSchema } from '../../access';
import { keyMetadata } from '../../api-keys';
import { givenPasswordSchema } from '../../users';

const companyOfUser = z
  .object({
    id: z.uuid(),
    name: z.string(),
    slug: z.string(),
    suspended: z.boolean(),
    timeZone: z.string().describe('Where its days begin and end: a time zone of the IANA database.'),
  })
  .meta({ id: 'CompanyOfUser' });

export const sessionSchema = z
  .object({
    user: z.object({ id: z.uuid(), username: z.string() }),
    company: companyOfUser.nullable().describe('The company you act for.'),
    companies: z.array(companyOfUser).describe('The companies that you can switch to.'),
    method: z.enum(['password', 'api-key']).describe('What the session was opened with.'),
    permissions: z.array(permissionSchema).describe('What you may do in this company.'),
  })
  .meta({ id: 'Session' });

export const signInBody = z
  .strictObject({
    username: z.string().min(1).max(254),
    password: givenPasswordSchema.describe('The password, or a personal key instead.'),
  })
  .meta({ id: 'SignIn' });

export const switchBody = z.strictObject({ companyId: z.string().max(64) }).meta({ id: 'SwitchCompany' });

export const meSchema = z
  .object({
    id: z.uuid().describe('The id of the person, or of a key that belongs to a company.'),
    username: z
      .string()
      .describe(
        'The username of the person, the slug of the company for its key, or the name of a service key.',
      ),
    companyId: z.uuid().nullable(),
    companyName: z.string().nullable(),
    method: z.enum(['password', 'api-key']),
    permissions: z.array(permissionSchema),
    key: z
      .object({
        id: z.uuid(),
        kind: z.enum([...keyKinds, 'service']),
        environment: z.enum(keyEnvironments),
        name: z.string().nullable(),
        expiresAt: z.iso.datetime().nullable(),
        metadata: keyMetadata.nullable(),
      })
      .optional(),
  })
  .meta({ id: 'Me' });

export type SessionView = z.infer<typeof sessionSchema>;
export type SignInBody = z.infer<typeof signInBody>;
export type SwitchBody = z.infer<typeof switchBody>;
export type MeView = z.infer<typeof meSchema>;
