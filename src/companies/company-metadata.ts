import { z } from 'zod';
import { flatFacts } from '../platform/http';

/** Facts about a company: at most 4,096 characters as JSON. */
export const companyMetadata = flatFacts(z.string().max(1_000), {
  max: 4_096,
  unit: 'characters',
  of: (json) => json.length,
});

export type CompanyMetadata = z.infer<typeof companyMetadata>;
