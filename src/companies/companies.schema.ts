import { z } from 'zod';
import { plainText } from '../platform/http';
import { companyStatuses } from './company.entity';

export const companySchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    pendingName: z
      .string()
      .nullable()
      .describe('The new name of an approved company while it waits for an operator; otherwise null.'),
    slug: z.string(),
    status: z
      .enum(companyStatuses)
      .describe(
        'A status that cannot be read counts as `onboarding`; until it is repaired, the keys of the company are rejected.',
      ),
    rejectedReason: z
      .string()
      .nullable()
      .describe('The reason while the company is rejected; otherwise null.'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Company' });

export const companyPatch = z.strictObject({ name: plainText(100).optional() }).meta({ id: 'CompanyPatch' });

export type CompanyView = z.infer<typeof companySchema>;
export type CompanyPatch = z.infer<typeof companyPatch>;
