export { CryptoVectorEntity } from './crypto-vector.entity';
export { Keyring, type Sealed } from './keyring';
export { reportSecrets, type SecretReport } from './secret-report';
export { TestVectors } from './test-vectors';
