import { z } from 'zod';
import { fieldFault, issueOf } from '../../libs/problems';
import { revocationSchema } from '../cluster';
import { orAbsent, plainText } from '../platform/http';
import { severalIds } from '../step-up';
import { keySchema } from './api-keys.schema';

const bulkActions = ['revoke', 'disable', 'enable'] as const;

/** Why a key is left as it is: the codes with which the act on this key alone is refused. */
export const bulkRefusals = [
  'not-found',
  'forbidden',
  'key-broken',
  'key-revoked',
  'key-expired',
  'permission-ceiling',
  'prerequisites-not-met',
  'step-up-required',
] as const;

export const keyBulk = z
  .strictObject({
    action: z.enum(bulkActions),
    ids: severalIds,
    reason: orAbsent(plainText(200)).describe('Of revoking only.'),
  })
  .refine(({ action, reason }) => action === 'revoke' || reason === undefined, {
    path: ['reason'],
    ...issueOf(fieldFault('not-allowed', {}, 'must be left out: only revoking has a reason')),
  })
  .meta({ id: 'KeyBulk' });

const bulkProblem = z.object({
  code: z.enum(bulkRefusals),
  status: z.int(),
  detail: z.string(),
  missing: z.array(z.string()).optional().describe('What is missing, where the problem names it.'),
});

const keyBulkResult = z
  .discriminatedUnion('ok', [
    z.object({ id: z.uuid(), ok: z.literal(true), key: keySchema }),
    z.object({ id: z.uuid(), ok: z.literal(false), problem: bulkProblem }),
  ])
  .meta({ id: 'KeyBulkResult' });

export const keyBulkResults = z
  .object({
    results: z.array(keyBulkResult).describe('One for each id, in the order of the request.'),
    revocation: revocationSchema
      .optional()
      .describe(
        'How far the act has spread, for all of these keys. Absent if no key was acted on, and if those to enable were not disabled.',
      ),
  })
  .meta({ id: 'KeyBulkResults' });

export type KeyBulk = z.infer<typeof keyBulk>;
export type KeyBulkProblem = z.infer<typeof bulkProblem>;
export type KeyBulkResult = z.infer<typeof keyBulkResult>;
export type KeyBulkResults = z.infer<typeof keyBulkResults>;
