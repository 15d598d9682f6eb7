import { z } from 'zod';
import { keyKinds } from '../../libs/permissions';
import { fieldFault, issueOf } from '../../libs/problems';
import { isId } from '../platform';
import { givenPasswordSchema } from '../users';
import { orAbsent } from '../platform/http';
import { factors, type ProvenAct, provenActs } from '../settings';

const withoutKey: readonly ProvenAct[] = ['generate', 'import'];

/** The ids of several keys, each once. */
export const severalIds = z
  .array(z.uuid({ abort: true }).refine(isId, issueOf(fieldFault('invalid-format', { format: 'uuid' }))))
  .min(1)
  .max(100)
  .refine(
    (ids) => new Set(ids).size === ids.length,
    issueOf(fieldFault('duplicate', { field: 'ids' }, 'must name each key once')),
  );

const mustNameTheKey = issueOf(fieldFault('required', {}, 'must name the key'));
const mustSayTheKind = issueOf(fieldFault('required', {}, 'must be given, unless `ids` are'));
const notBesideIds = issueOf(fieldFault('not-allowed', {}, 'must be left out where `ids` are given'));
const notOfSeveral = issueOf(
  fieldFault('not-allowed', {}, 'must be left out: only `revoke` and `enable` act on several keys'),
);

export const stepUpRequest = z
  .strictObject({
    factor: z.enum(factors),
    secret: givenPasswordSchema.describe('The password, the PIN or the code.'),
    action: z.enum(provenActs),
    kind: orAbsent(z.enum([...keyKinds, 'service'])).describe(
      'The kind of the key; `service` for the service key that an operator makes. Left out with `ids`.',
    ),
    keyId: orAbsent(z.uuid()).describe('The key to reveal, rotate, revoke, enable or widen.'),
    product: orAbsent(z.string().min(1).max(64)).describe('The product that the new keys are for.'),
    ids: orAbsent(severalIds).describe('Of `POST /keys/bulk`: the same keys, in any order.'),
  })
  .check(({ value, issues }) => {
    const refuse = (field: string, issue: typeof mustNameTheKey): void => {
      issues.push({ code: 'custom', input: value, path: [field], ...issue });
    };
    if (value.ids === undefined) {
      if (value.kind === undefined) refuse('kind', mustSayTheKind);
      if (!withoutKey.includes(value.action) && value.keyId === undefined) refuse('keyId', mustNameTheKey);
      return;
    }
    if (value.action !== 'revoke' && value.action !== 'enable') refuse('ids', notOfSeveral);
    for (const field of ['kind', 'keyId', 'product'] as const)
      if (value[field] !== undefined) refuse(field, notBesideIds);
  })
  .meta({ id: 'StepUpRequest' });

export const stepUpGrant = z
  .object({
    stepUpToken: z.string().describe('Send it as `Step-Up-Token` with the request. It works once.'),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'StepUpGrant' });

export type StepUpRequest = z.infer<typeof stepUpRequest>;
export type StepUpGrant = z.infer<typeof stepUpGrant>;
