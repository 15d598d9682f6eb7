import { z } from 'zod';
import { givenPasswordSchema } from '../../users';
import { oneTimeTokenSchema } from '../one-time-token.schema';

export const newPasswordResetSchema = z
  .strictObject({ userId: z.string().max(64) })
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

export type NewPasswordReset = z.infer<typeof newPasswordResetSchema>;
export type PasswordResetView = z.infer<typeof passwordResetSchema>;
export type RedeemReset = z.infer<typeof redeemResetSchema>;
export type RedeemedReset = z.infer<typeof redeemedResetSchema>;
