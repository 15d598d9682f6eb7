import { z } from 'zod';
import { fieldFault, issueOf } from '../../../libs/problems';

const maxEntries = 50;

interface FactsSize {
  readonly max: number;
  readonly unit: 'characters' | 'bytes';
  /** The size of the facts as JSON. */
  readonly of: (json: string) => number;
}

/** Facts that a client keeps with us, without nesting: at most 50 names, and so much as JSON. @param text the values that are text. */
export function flatFacts(text: z.ZodString, { max, unit, of }: FactsSize) {
  return z
    .record(z.string().min(1).max(100), z.union([text, z.number(), z.boolean()]))
    .refine(
      (facts) => Object.keys(facts).length <= maxEntries,
      issueOf(fieldFault('too-many', { max: maxEntries }, `must have at most ${maxEntries} entries`)),
    )
    .refine(
      (facts) => of(JSON.stringify(facts)) <= max,
      issueOf(fieldFault('too-long', { max }, `must have at most ${max} ${unit} as JSON`)),
    );
}
