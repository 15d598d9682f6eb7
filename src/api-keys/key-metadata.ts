import { z } from 'zod';
import { flatFacts } from '../platform/http';

/** Facts about a key: at most 4,096 bytes as JSON. */
export const keyMetadata = flatFacts(z.string(), {
  max: 4_096,
  unit: 'bytes',
  of: (json) => Buffer.byteLength(json),
});

export type KeyMetadata = z.infer<typeof keyMetadata>;
