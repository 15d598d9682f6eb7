export { decrypt, encrypt, gcmSizesBytes } from './aes-gcm';
export { digestKey } from './digest';
export { EnvelopeFault, openSecret, rewrapSecret, sealSecret } from './envelope';
export { fingerprintOf } from './fingerprint';
export { generateKey } from './generate-key';
export { faceOf } from './key-face';
export {
  formatFor,
  type KeyEnvironment,
  keyEnvironments,
  keyFormats,
  type KeyFormat,
  startOfKey,
} from './key-format';
export { hasLengthOfKey, parseKey } from './parse-key';
export { trimPasted } from './trim-pasted';
