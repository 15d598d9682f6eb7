export type { KeyRecord } from './key-record';
export { LoadKey } from './load-key';
export type { Denial } from './verdict';
export { VerifyKey } from './verify-key';
