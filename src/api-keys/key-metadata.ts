import { z } from 'zod';
import { fieldFault, issueOf } from '../../libs/problems';

const maxEntries = 50;
const maxBytes = 4_096;
const value = z.union([z.string(), z.number(), z.boolean()]);

/** Facts about a key, without nesting: at most 50 names, and 4,096 bytes as JSON. */
export const keyMetadata = z
  .record(z.string().min(1).max(100), value)
  .refine(
    (facts) => Object.keys(facts).length <= maxEntries,
    issueOf(fieldFault('too-many', { max: maxEntries }, `must have at most ${maxEntries} entries`)),
  )
  .refine(
    (facts) => Buffer.byteLength(JSON.stringify(facts)) <= maxBytes,
    issueOf(fieldFault('too-long', { max: maxBytes }, `must have at most ${maxBytes} bytes as JSON`)),
  );

export type KeyMetadata = z.infer<typeof keyMetadata>;
