import { z } from 'zod';
import { eventSchema } from '../audit';
import { companyMetadata, companySchema } from '../companies';
import { revocationSchema } from '../cluster';
import { pageOf, pageQuery, plainText } from '../platform/http';
import { productSchema } from '../products';
import { memberSchema } from '../users';
import { companyStatuses } from './company-statuses';

const revisionSchema = z.int().min(0);

export const platformCompany = companySchema
  .extend({
    status: z
      .enum(companyStatuses)
      .describe(
        'A status that cannot be read counts as `onboarding`, and the keys of the company are rejected.',
      ),
    closedAt: z.iso.datetime().nullable(),
    externalId: z.string().nullable().describe('What the operator calls it in their own systems.'),
    metadata: companyMetadata.nullable(),
    revision: revisionSchema.describe(
      'Moves on with every change of name and status. Decide about the revision that you saw.',
    ),
    rejectedReason: z
      .string()
      .nullable()
      .describe('The reason of the last rejection, until the company is approved.'),
    suspendedReason: z
      .string()
      .nullable()
      .describe('The reason while the company is suspended; otherwise null.'),
    products: z
      .array(productSchema.pick({ code: true, activation: true }))
      .describe('The products that it requested, and those that an operator enabled or disabled.'),
  })
  .meta({ id: 'PlatformCompany' });

export const platformCompanyPage = pageOf(platformCompany).meta({ id: 'PlatformCompanyPage' });
export const platformCompanyDetails = platformCompany
  .extend({
    people: z.array(memberSchema).describe('Members and invited people by username, 100 at most.'),
    counts: z.object({
      members: z.int(),
      invitations: z.int(),
      keys: z.int().describe('Keys that are not revoked.'),
    }),
    events: z.array(eventSchema).describe('The latest 20 events, newest first.'),
  })
  .meta({ id: 'PlatformCompanyDetails' });
export const closedCompany = platformCompany
  .extend({ revocation: revocationSchema })
  .meta({ id: 'ClosedCompany' });
export const suspendedCompany = platformCompany
  .extend({ revocation: revocationSchema })
  .meta({ id: 'SuspendedCompany' });

export const platformCompanyQuery = pageQuery.extend({
  q: plainText(100)
    .optional()
    .describe('Companies whose name or slug contains this, or whose external id or id is this.'),
  status: z.enum(companyStatuses).optional().describe('Companies in this status only.'),
  pendingName: z.literal('true').optional().describe('Companies whose new name waits for a decision only.'),
});

export const decisionReason = z.strictObject({ reason: plainText(500) }).meta({ id: 'DecisionReason' });

export const seenRevision = z
  .strictObject({ revision: revisionSchema.describe('Of the company as you saw it.') })
  .meta({ id: 'SeenRevision' });
export const rejectionBody = seenRevision.extend(decisionReason.shape).meta({ id: 'CompanyRejection' });

export const activationBody = z.strictObject({ enabled: z.boolean() }).meta({ id: 'ProductActivation' });
export const changedActivation = productSchema
  .extend({ revocation: revocationSchema.optional().describe('Present when the product was switched off.') })
  .meta({ id: 'ChangedProductActivation' });

export type PlatformCompanyView = z.infer<typeof platformCompany>;
export type PlatformCompanyDetails = z.infer<typeof platformCompanyDetails>;
export type ClosedCompany = z.infer<typeof closedCompany>;
export type SuspendedCompany = z.infer<typeof suspendedCompany>;
export type PlatformCompanyQuery = z.infer<typeof platformCompanyQuery>;
export type SeenRevision = z.infer<typeof seenRevision>;
export type Rejection = z.infer<typeof rejectionBody>;
export type DecisionReason = z.infer<typeof decisionReason>;
export type ActivationBody = z.infer<typeof activationBody>;
export type ChangedActivation = z.infer<typeof changedActivation>;
