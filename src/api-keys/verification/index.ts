export { KeyCache } from './key-cache';
export type { ServiceKey } from './holder';
export { KeyLookup } from './key-lookup';
export type { KeyOwner, KeyRecord } from './key-record';
export { LoadHolder } from './load-holder';
export type { Denial, Verdict } from './verdict';
export { VerificationController } from './verification.controller';
export { VerifyKey } from './verify-key';
export { VerifyService } from './verify.service';
