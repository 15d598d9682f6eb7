import { z } from 'zod';
import { givenPasswordSchema, newPasswordSchema } from '../../users';

export const passwordChange = z
  .strictObject({
    password: givenPasswordSchema.describe('The current password.'),
    newPassword: newPasswordSchema,
  })
  .meta({ id: 'PasswordChange' });

export type PasswordChange = z.infer<typeof passwordChange>;
