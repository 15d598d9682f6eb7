import { z } from 'zod';
import { keyKinds } from '../../libs/permissions';
import { fieldFault, issueOf } from '../../libs/problems';
import { givenPasswordSchema } from '../users';
import { orAbsent } from '../platform/http';
import { factors, provenActs } from '../settings';

export const stepUpRequest = z
  .strictObject({
    factor: z.enum(factors),
    secret: givenPasswordSchema.describe('The password, the PIN or the code.'),
    action: z.enum(provenActs),
    kind: z.enum(keyKinds),
    keyId: orAbsent(z.uuid()).describe('The key to reveal, rotate, revoke, enable or widen.'),
    product: orAbsent(z.string().min(1).max(64)).describe('The product that the new key is for.'),
  })
  .refine((request) => request.action === 'generate' || request.keyId !== undefined, {
    path: ['keyId'],
    ...issueOf(fieldFault('required', {}, 'must name the key')),
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
