import { z } from 'zod';
import { newPasswordSchema } from '../../users';

export const passwordChange = z
  .strictObject({
    password: z.string().min(1).max(256).describe('The one you sign in with so far.'),
    newPassword: newPasswordSchema,
  })
  .meta({ id: 'PasswordChange' });

export type PasswordChange = z.infer<typeof passwordChange>;
