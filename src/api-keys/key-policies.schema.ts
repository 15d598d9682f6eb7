import { z } from 'zod';
import { keyKinds } from '../../libs/permissions';
import { companyKeyPolicy, machineKeyPolicy, personalKeyPolicy } from '../settings';

export const policiesSchema = z
  .object({
    company: companyKeyPolicy,
    product: companyKeyPolicy,
    personal: personalKeyPolicy,
    machine: machineKeyPolicy,
  })
  .meta({ id: 'KeyPolicies' });

export const policyPreviewRequest = z
  .strictObject({ kind: z.enum(keyKinds), maxLifetimeDays: z.int().min(1).max(3650) })
  .meta({ id: 'PolicyPreviewRequest' });
export const policyPreview = z
  .object({ affected: z.int().describe('How many working keys would expire earlier.') })
  .meta({ id: 'PolicyPreview' });

export type PoliciesView = z.infer<typeof policiesSchema>;
export type PolicyPreviewRequest = z.infer<typeof policyPreviewRequest>;
export type PolicyPreview = z.infer<typeof policyPreview>;
