import { z } from 'zod';
import { revocationSchema } from '../cluster';
import { fieldErrorSchema, orAbsent } from '../platform/http';
import { newKey } from './api-keys.schema';
import { importAlgorithms } from './imports/foreign-hashes';
import { keyShape } from './imports/key-shape';
import { importableKinds } from './key-rights';

// A test key is told by its spelling, which is not ours to choose here.
const { kind: _, environment: __, product: ___, serviceAccountId: ____, ...ofKey } = newKey.shape;

export const keyToImport = z
  .strictObject({
    hash: z
      .string()
      .min(1)
      .max(256)
      .describe('The hash as the other system has it; with the algorithm `plain` the key itself.'),
    algorithm: z
      .enum(importAlgorithms)
      .describe(
        'How the hash was made of the whole key. `plain`: it was not; the key is digested at once and not kept.',
      ),
    secretName: orAbsent(z.string().max(16)).describe(
      'For `hmac-sha256-hex`: which of the HMAC keys in the setting `KUNCI_IMPORT_SECRETS`.',
    ),
    ...ofKey,
  })
  .meta({ id: 'KeyToImport' });

const maxRows = 1_000;
const maxSeenWithinDays = 3_650;

export const keyImport = z
  .strictObject({
    kind: z.enum(importableKinds),
    product: orAbsent(z.string().min(1).max(64)).describe('For product keys: which.'),
    shape: keyShape.describe('How the keys are spelled. A company has at most five shapes.'),
    seenWithinDays: z
      .int()
      .min(1)
      .max(maxSeenWithinDays)
      .default(180)
      .describe('A key that nobody uses within so many days expires.'),
    keys: z
      // Anything first: rows are judged later, and not here, where it would be done for all of them in one go.
      .array(z.union([keyToImport, z.looseObject({})]))
      .min(1)
      .max(maxRows)
      .describe(
        'Each is judged by itself: one that is refused keeps none of the others from being imported.',
      ),
  })
  .meta({ id: 'KeyImport' });

const rowProblem = z
  .looseObject({
    code: z.string().describe('Stable; `key-already-imported` names the key in `keyId`.'),
    detail: z.string(),
    errors: z.array(fieldErrorSchema).optional().describe('What is wrong with which field of the row.'),
  })
  .meta({ id: 'ImportProblem' });

export const importedKeys = z
  .object({
    results: z
      .array(
        z.object({
          index: z.int().describe('The place of the row in `keys`, from 0.'),
          key: z
            .object({ id: z.uuid(), name: z.string().nullable() })
            .optional()
            .describe('The key that was made.'),
          problem: rowProblem.optional().describe('Why none was made.'),
        }),
      )
      .describe('One for each row, in their order: with `key` or with `problem`.'),
    revocation: revocationSchema
      .optional()
      .describe(
        'From when every instance accepts the keys. Absent if neither a key nor the shape was added.',
      ),
  })
  .meta({ id: 'ImportedKeys' });

export const importProgress = z
  .object({
    seen: z
      .int()
      .describe('Those that were used here, or came as `plain`: they have a digest of Kunci’s own.'),
    unseen: z.int().describe('Those whose hash of the other system is all that is known, also expired ones.'),
    withoutShape: z
      .int()
      .describe('Those that cannot be used, as their shape was removed, until they are sent again with one.'),
    shapes: z
      .array(
        keyShape.extend({
          id: z.uuid(),
          seen: z.int().describe('Keys of this shape that were used here, or came as `plain`.'),
          unseen: z.int().describe('Keys that came with this shape and wait for their first use.'),
        }),
      )
      .describe('How they are spelled.'),
  })
  .meta({ id: 'ImportProgress' });

export const removedShape = z.object({ revocation: revocationSchema }).meta({ id: 'RemovedKeyShape' });

export const shapeRemoval = z.strictObject({
  force: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .meta({ description: 'Removes the shape although keys wait for their first use.' }),
});

export type RemovedShape = z.infer<typeof removedShape>;
export type ShapeRemoval = z.infer<typeof shapeRemoval>;
export type ImportProgress = z.infer<typeof importProgress>;
export type KeyImport = z.infer<typeof keyImport>;
export type KeyToImport = z.infer<typeof keyToImport>;
export type ImportedKeys = z.infer<typeof importedKeys>;
export type ImportResult = ImportedKeys['results'][number];
