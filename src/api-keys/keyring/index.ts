export { CryptoVectorEntity } from './crypto-vector.entity';
export { Keyring, type Sealed } from './keyring';
export { TestVectors } from './test-vectors';
