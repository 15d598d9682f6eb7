import { z } from 'zod';
import { inFormat } from '../platform/http';
import { givenPasswordSchema } from '../users';
import { newPin } from './pin';

const codeRule = 'must have 6 digits';
const oneTimeCode = z
  .string()
  .check(inFormat('digits', /^[0-9]*$/, codeRule, { abort: true }))
  .length(6, codeRule);

const password = givenPasswordSchema.describe('The one you sign in with, to prove again that it is you.');

export const myFactors = z
  .object({
    pin: z.boolean(),
    totp: z.boolean().describe('True once a first code has confirmed them.'),
  })
  .meta({ id: 'MyFactors' });

export const pinBody = z.strictObject({ password, pin: newPin }).meta({ id: 'NewPin' });

export const passwordProof = z.strictObject({ password }).meta({ id: 'PasswordProof' });

export const totpCodeBody = z.strictObject({ code: oneTimeCode }).meta({ id: 'TotpCode' });

export const totpSecret = z
  .object({
    secret: z.string().describe('In base32, to type into an authenticator app.'),
    uri: z.string().describe('The same as an `otpauth://` address, to show as a QR code.'),
  })
  .meta({ id: 'TotpSecret' });

export type MyFactors = z.infer<typeof myFactors>;
export type PinBody = z.infer<typeof pinBody>;
export type PasswordProof = z.infer<typeof passwordProof>;
export type TotpCodeBody = z.infer<typeof totpCodeBody>;
export type TotpSecret = z.infer<typeof totpSecret>;
