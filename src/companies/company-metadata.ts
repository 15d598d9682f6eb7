import { z } from 'zod';
import { fieldFault, issueOf } from '../../libs/problems';

const maxEntries = 50;
const maxCharacters = 4_096;
const value = z.union([z.string().max(1_000), z.number(), z.boolean()]);

/** Facts without nesting: at most 50 names, and 4,096 characters as JSON. */
export const companyMetadata = z
  .record(z.string().min(1).max(100), value)
  .refine(
    (facts) => Object.keys(facts).length <= maxEntries,
    issueOf(fieldFault('too-many', { max: maxEntries }, `must have at most ${maxEntries} entries`)),
  )
  .refine(
    (facts) => JSON.stringify(facts).length <= maxCharacters,
    issueOf(
      fieldFault('too-long', { max: maxCharacters }, `must have at most ${maxCharacters} characters as JSON`),
    ),
  );

export type CompanyMetadata = z.infer<typeof companyMetadata>;
