export { KeyCache } from './key-cache';
export { KeyLookup } from './key-lookup';
export type { KeyOwner, KeyRecord } from './key-record';
export { LoadKey } from './load-key';
export type { Denial, Verdict } from './verdict';
export { VerificationController } from './verification.controller';
export { VerifyKey } from './verify-key';
export { VerifyService } from './verify.service';
