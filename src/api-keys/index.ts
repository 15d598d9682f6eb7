export { ApiKeyEntity } from './api-key.entity';
export { ApiKeysModule } from './api-keys.module';
export { GenerateKeyService } from './commands/generate-key.service';
export { KeySecretEntity } from './key-secret.entity';
export { CryptoVectorEntity, reportSecrets, type SecretReport } from './keyring';
export { KeyWordEntity } from './lists/key-word.entity';
export { ListKeysService } from './lists/list-keys.service';
export { RevealKeyService } from './commands/reveal-key.service';
export { ServiceKeyEntity, ServiceKeyWriter } from './service-keys';
export {
  type Denial,
  type KeyOwner,
  type KeyRecord,
  type ServiceKey,
  type Verdict,
  VerifyKey,
} from './verification';
