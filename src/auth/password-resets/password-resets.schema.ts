import { z } from 'zod';
import { fieldFault, issueOf } from '../../../libs/problems';
import { orAbsent } from '../../platform/http';
import { givenPasswordSchema } from '../../users';
import { oneTimeTokenSchema } from '../one-time-token.schema';

/** Whose password: named in one of two ways. */
export const newPasswordResetSchema = z
  .strictObject({
    userId: orAbsent(z.string().max(64)),
    username: orAbsent(z.string().min(1).max(254)).describe(
      'For operators, instead of the id: a person of whatever company.',
    ),
  })
  .superRefine(({ userId, username }, context) => {
    if ((userId === undefined) !== (username === undefined)) return;
    const fault = userId === undefined ? fieldFault('required', {}) : fieldFault('not-allowed', {});
    const path = userId === undefined ? ['userId'] : ['username'];
    context.addIssue({ code: 'custom', path, ...issueOf(fault) });
  })
  .meta({ id: 'NewPasswordReset' });

export const passwordResetSchema = z
  .object({
    token: z.string().describe('For the person, who can use it once. It is not shown again.'),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'PasswordReset' });

export const redeemResetSchema = z
  .strictObject({ token: oneTimeTokenSchema, password: givenPasswordSchema.describe('The new password.') })
  .meta({ id: 'RedeemPasswordReset' });

export const redeemedResetSchema = z.object({ username: z.string() }).meta({ id: 'RedeemedPasswordReset' });

export const resetTokenSchema = z
  .strictObject({ token: oneTimeTokenSchema })
  .meta({ id: 'PasswordResetToken' });

export const resetPreviewSchema = z
  .object({ username: z.string().describe('Whose password it is for.'), expiresAt: z.iso.datetime() })
  .meta({ id: 'PasswordResetPreview' });

export type ResetToken = z.infer<typeof resetTokenSchema>;
export type ResetPreview = z.infer<typeof resetPreviewSchema>;
export type NewPasswordReset = z.infer<typeof newPasswordResetSchema>;
export type PasswordResetView = z.infer<typeof passwordResetSchema>;
export type RedeemReset = z.infer<typeof redeemResetSchema>;
export type RedeemedReset = z.infer<typeof redeemedResetSchema>;
