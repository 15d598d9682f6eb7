import { z } from 'zod';
import { companySchema } from '../companies';
import { revocationSchema } from '../cluster';
import { pageOf, pageQuery, plainText } from '../platform/http';
import { companyStatuses } from './company-statuses';

export const platformUser = z
  .object({
    id: z.uuid(),
    username: z
      .string()
      .describe('Of a released account, what it was until then; somebody else may have that username now.'),
    status: z.enum(['active', 'released']),
    operator: z.boolean().describe('Whether this is platform staff.'),
    companies: z
      .array(
        companySchema.pick({ id: true, name: true, slug: true }).extend({
          status: z.enum(companyStatuses),
          membership: z.enum(['active', 'deactivated']),
        }),
      )
      .describe('The companies that they are a member of, by age.'),
    createdAt: z.iso.datetime(),
    releasedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'PlatformUser' });

export const platformUserPage = pageOf(platformUser).meta({ id: 'PlatformUserPage' });
export const releasedUser = platformUser
  .extend({ revocation: revocationSchema })
  .meta({ id: 'ReleasedUser' });

export const platformUserQuery = pageQuery.extend({
  q: plainText(254)
    .optional()
    .describe('People whose username contains this, in any case, or whose id is this; released ones too.'),
});

export type PlatformUserView = z.infer<typeof platformUser>;
export type ReleasedUser = z.infer<typeof releasedUser>;
export type PlatformUserQuery = z.infer<typeof platformUserQuery>;
