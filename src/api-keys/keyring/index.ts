export { CryptoVectorEntity } from './crypto-vector.entity';
export { Keyring, type Sealed } from './keyring';
export { secretsNeeding } from './secrets-in-use';
export { TestVectors } from './test-vectors';
