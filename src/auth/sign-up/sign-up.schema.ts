import { z } from 'zod';
import { companySchema } from '../../companies';
import { orAbsent, plainText, slugText } from '../../platform/http';
import { newPasswordSchema } from '../../users';

export const newCompany = z
  .strictObject({
    name: plainText(100),
    slug: slugText,
    owner: orAbsent(
      z.strictObject({ username: z.string().min(1).max(254), password: newPasswordSchema }),
    ).describe('The username and password of the new Owner. Required unless you are signed in.'),
  })
  .meta({ id: 'NewCompany' });

export const foundedCompany = z
  .object({ company: companySchema, user: z.object({ id: z.uuid(), username: z.string() }) })
  .meta({ id: 'FoundedCompany' });

export const signUpView = z.object({ open: z.boolean() }).meta({ id: 'SignUp' });

export type SignUpView = z.infer<typeof signUpView>;
export type NewCompany = z.infer<typeof newCompany>;
export type FoundedCompany = z.infer<typeof foundedCompany>;
