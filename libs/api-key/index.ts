export { digestKey } from './digest';
export { EnvelopeFault, openSecret, sealSecret, type SealContext, type SealedSecret } from './envelope';
export { generateKey } from './generate-key';
export { faceOf, type KeyFace } from './key-face';
export { keyFormats, type KeyFormat } from './key-format';
export { parseKey, type ParsedKey } from './parse-key';
