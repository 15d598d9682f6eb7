import { z } from 'zod';
import { companySchema, companyStatuses } from '../companies';
import { revocationSchema } from '../cluster';
import { pageOf, pageQuery, plainText } from '../platform/http';
import { productSchema } from '../products';

const revisionSchema = z.int().min(0);

export const platformCompany = companySchema
  .extend({
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
export const suspendedCompany = platformCompany
  .extend({ revocation: revocationSchema })
  .meta({ id: 'SuspendedCompany' });

export const platformCompanyQuery = pageQuery.extend({
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
export type SuspendedCompany = z.infer<typeof suspendedCompany>;
export type PlatformCompanyQuery = z.infer<typeof platformCompanyQuery>;
export type SeenRevision = z.infer<typeof seenRevision>;
export type Rejection = z.infer<typeof rejectionBody>;
export type DecisionReason = z.infer<typeof decisionReason>;
export type ActivationBody = z.infer<typeof activationBody>;
export type ChangedActivation = z.infer<typeof changedActivation>;
