import { z } from 'zod';
import { companySchema, companyStatuses } from '../companies';
import { revocationSchema } from '../cluster';
import { pageOf, pageQuery, plainText } from '../platform/http';
import { productSchema } from '../products';

export const platformCompany = companySchema
  .extend({
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
});

export const decisionReason = z.strictObject({ reason: plainText(500) }).meta({ id: 'DecisionReason' });

export const activationBody = z.strictObject({ enabled: z.boolean() }).meta({ id: 'ProductActivation' });
export const changedActivation = productSchema
  .extend({ revocation: revocationSchema.optional().describe('Present when the product was switched off.') })
  .meta({ id: 'ChangedProductActivation' });

export type PlatformCompanyView = z.infer<typeof platformCompany>;
export type SuspendedCompany = z.infer<typeof suspendedCompany>;
export type PlatformCompanyQuery = z.infer<typeof platformCompanyQuery>;
export type DecisionReason = z.infer<typeof decisionReason>;
export type ActivationBody = z.infer<typeof activationBody>;
export type ChangedActivation = z.infer<typeof changedActivation>;
