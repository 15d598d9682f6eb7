import { z } from 'zod';
import { givenPasswordSchema, newPasswordSchema } from '../../users';

export const passwordChange = z
  .strictObject({
    password: givenPasswordSchema.describe('The one you sign in with so far.'),
    newPassword: newPasswordSchema,
  })
  .meta({ id: 'PasswordChange' });

export type PasswordChange = z.infer<typeof passwordChange>;
