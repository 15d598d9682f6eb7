export { decrypt, encrypt, gcmSizesBytes } from './aes-gcm';
export { digestKey } from './digest';
export { EnvelopeFault, openSecret, rewrapSecret, sealSecret } from './envelope';
export { fingerprintOf } from './fingerprint';
export { generateKey } from './generate-key';
export { faceOf } from './key-face';
export { keyFormats, type KeyFormat } from './key-format';
export { hasLengthOfKey, parseKey } from './parse-key';
export { trimPasted } from './trim-pasted';
