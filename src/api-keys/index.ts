export { isAllowed, allowedAddressesSchema } from './addresses';
export { ApiKeyEntity } from './api-key.entity';
export { ApiKeysModule } from './api-keys.module';
export { keySchema } from './api-keys.schema';
export { type ReasonBody, reasonBody } from './revoke-key.schema';
export { endsOf } from './commands/ends-of-key';
export { chooseExpiry, latestExpiry } from './expiry';
export { GenerateKeyService } from './commands/generate-key.service';
export { KeyEnding } from './commands/key-ending';
export { foundKey, keyLookup, type KeyLookupRequest } from './key-lookup.schema';
export { may } from './key-rights';
export { KeyRows } from './key-rows';
export { keyMetadata } from './key-metadata';
export { endingSoon } from './key-status';
export { KeySecretEntity } from './key-secret.entity';
export { CryptoVectorEntity, reportSecrets, type SecretReport } from './keyring';
export { KeyWordEntity } from './lists/key-word.entity';
export { ListKeysService } from './lists/list-keys.service';
export { LookupKeyService } from './lists/lookup-key.service';
export { KeyShapeEntity } from './imports/key-shape.entity';
export { preferred } from './imports/presented-digests';
export { PastedDigests } from './lists/pasted-digests';
export { HolderReports } from './reports';
export { RevealKeyService } from './commands/reveal-key.service';
export { audiencesSchema, type ServiceKeyDraft, ServiceKeyEntity, ServiceKeyWriter } from './service-keys';
export {
  type Asked,
  type Denial,
  type KeyOwner,
  type KeyRecord,
  MetadataReader,
  readPermissions,
  type ServiceKey,
  type Verdict,
  VerifyKey,
  VerifyService,
} from './verification';
