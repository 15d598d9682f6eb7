import { z } from 'zod';
import { trimPasted } from '../../../libs/api-key';
import { givenPasswordSchema } from '../../users';

const token = z.string().min(1).max(256).transform(trimPasted);

export const invitationRedeemBody = z
  .strictObject({
    token,
    username: z
      .string()
      .min(1)
      .max(254)
      .optional()
      .describe('For a new account, if it should not be the username you were invited with.'),
    password: givenPasswordSchema
      .optional()
      .describe(
        'The password you choose; or that of your account, if the username you were invited with is yours. ' +
          'Left out, the account you are signed in with joins.',
      ),
  })
  .meta({ id: 'RedeemInvitation' });

export const redeemedInvitation = z
  .object({ username: z.string(), company: z.object({ name: z.string(), slug: z.string() }) })
  .meta({ id: 'RedeemedInvitation' });

export const passwordResetBody = z
  .strictObject({ userId: z.string().max(64) })
  .meta({ id: 'NewPasswordReset' });

export const passwordResetSchema = z
  .object({
    token: z.string().describe('For the person, who redeems it once. It is not shown again.'),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'PasswordReset' });

export const resetRedeemBody = z
  .strictObject({ token, password: givenPasswordSchema.describe('The new password.') })
  .meta({ id: 'RedeemPasswordReset' });

export const redeemedReset = z.object({ username: z.string() }).meta({ id: 'RedeemedPasswordReset' });

export type RedeemInvitation = z.infer<typeof invitationRedeemBody>;
export type RedeemReset = z.infer<typeof resetRedeemBody>;
export type RedeemedInvitation = z.infer<typeof redeemedInvitation>;
export type PasswordResetBody = z.infer<typeof passwordResetBody>;
export type PasswordResetView = z.infer<typeof passwordResetSchema>;
export type RedeemedReset = z.infer<typeof redeemedReset>;
