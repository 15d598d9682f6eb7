import { Module } from '@nestjs/common';
import { CompanyEntity } from '../companies';
import { AuditModule, EventEntity } from '../audit';
import { ClusterModule } from '../cluster';
import { LimitsModule } from '../limits';
import { ProductActivationEntity, ProductsModule } from '../products';
import { ServiceAccountsModule } from '../service-accounts';
import { SettingsModule } from '../settings';
import { StepUpModule } from '../step-up';
import { TenancyModule } from '../tenancy';
import { KeyUsageEntity, KeyUsageHourEntity, UsageModule } from '../usage';
import { UsersModule } from '../users';
import { ApiKeyEntity } from './api-key.entity';
import { ApiKeysController } from './api-keys.controller';
import { BulkKeysService } from './commands/bulk-keys.service';
import { BulkSteps } from './commands/bulk-steps';
import { DisableKeyService } from './commands/disable-key.service';
import { GenerateKeyService } from './commands/generate-key.service';
import { KeyCommandGuards } from './commands/key-command-guards';
import { ActiveKeyLimit } from './commands/active-key-limit';
import { KeyEditing } from './commands/key-editing';
import { KeyEnding } from './commands/key-ending';
import { KeySwitch } from './commands/key-switch';
import { KeyBulkController } from './key-bulk.controller';
import { KeyDisablingController } from './key-disabling.controller';
import { KeyLookupController } from './key-lookup.controller';
import { KeyUsageController } from './key-usage.controller';
import { KeyRotation } from './commands/key-rotation';
import { KeyRows } from './key-rows';
import { KeySecretEntity } from './key-secret.entity';
import { KeyOrders } from './lists/key-orders';
import { KeyStreams } from './lists/key-streams';
import { ListedRows } from './lists/listed-rows';
import { KeyCandidates } from './lists/key-candidates';
import { KeyMakers } from './lists/key-makers';
import { KeyHistoryService } from './lists/key-history.service';
import { KeyUsageService } from './lists/key-usage.service';
import { KeyViews } from './lists/key-views';
import { KeyWordEntity } from './lists/key-word.entity';
import { KeyWords } from './lists/key-words';
import { KnownKeysController } from './known-keys.controller';
import { KnownKeysService } from './lists/known-keys.service';
import { KnownSecrets } from './lists/known-secrets';
import { KeyWriter } from './commands/key-writer';
import { MachineKeys } from './commands/machine-keys';
import { Keyring, TestVectors } from './keyring';
import { ListKeysService } from './lists/list-keys.service';
import { LivePermissions } from './lists/live-permissions';
import { PermissionCeiling } from './commands/permission-ceiling';
import { MadeWith } from './lists/made-with';
import { LookupKeyService } from './lists/lookup-key.service';
import { PastedDigests } from './lists/pasted-digests';
import { Prerequisites } from './commands/prerequisites';
import { RevealKeyService } from './commands/reveal-key.service';
import { RevokeKeyService } from './commands/revoke-key.service';
import { RotateKeyService } from './commands/rotate-key.service';
import { SelfRotationService } from './commands/self-rotation.service';
import { SelfRotationController } from './self-rotation.controller';
import { SecretMaker } from './commands/secret-maker';
import { ServiceKeyWriter } from './service-keys';
import { SupersededSearch } from './lists/superseded-search';
import { UsedKeysService } from './lists/used-keys.service';
import { UseOrders } from './lists/use-orders';
import { UpdateKeyService } from './commands/update-key.service';
import { EarlierImports } from './imports/earlier-imports';
import { FirstUses } from './imports/first-uses';
import { ForeignHashes } from './imports/foreign-hashes';
import { ImportDrafts } from './imports/import-drafts';
import { ImportKeysService } from './imports/import-keys.service';
import { ImportProgressService } from './imports/import-progress.service';
import { ImportProof } from './imports/import-proof';
import { ImportRows } from './imports/import-rows';
import { ImportWriter } from './imports/import-writer';
import { KeyShapeEntity } from './imports/key-shape.entity';
import { KeyShapes } from './imports/key-shapes';
import { KnownShapes } from './imports/known-shapes';
import { RemoveShapeService } from './imports/remove-shape.service';
import { ShapeUses } from './imports/shape-uses';
import { PresentedDigests } from './imports/presented-digests';
import { HolderReports, ReportedSecrets, ReportedKeys } from './reports';
import { KeyHistoryController } from './key-history.controller';
import { KeyImportController } from './key-import.controller';
import { ExpiryNotices, Recap, Redigest, Rewrap, WordIndex } from './upkeep';
import {
  KeyCache,
  KeyLookup,
  LoadHolder,
  MetadataReader,
  VerificationController,
  VerdictCounts,
  VerifyKey,
  VerifyService,
} from './verification';

const services = [
  BulkKeysService,
  DisableKeyService,
  GenerateKeyService,
  KeyHistoryService,
  KeyUsageService,
  KnownKeysService,
  ListKeysService,
  LookupKeyService,
  RevealKeyService,
  RevokeKeyService,
  RotateKeyService,
  SelfRotationService,
  UpdateKeyService,
  UsedKeysService,
  VerifyService,
];
const imports = [
  EarlierImports,
  FirstUses,
  ForeignHashes,
  ImportDrafts,
  ImportKeysService,
  ImportProgressService,
  ImportProof,
  ImportRows,
  ImportWriter,
  KeyShapes,
  KnownShapes,
  RemoveShapeService,
  ShapeUses,
  PresentedDigests,
];
const upkeep = [ExpiryNotices, Recap, Redigest, Rewrap, WordIndex];
const reports = [HolderReports, ReportedKeys, ReportedSecrets];
const parts = [
  BulkSteps,
  KeySwitch,
  LivePermissions,
  MadeWith,
  PermissionCeiling,
  KeyRotation,
  Prerequisites,
  KeyCommandGuards,
  ActiveKeyLimit,
  KeyEditing,
  KeyEnding,
  KeyCandidates,
  KeyMakers,
  KeyOrders,
  KeyStreams,
  ListedRows,
  KeyRows,
  KeyViews,
  KeyWords,
  KeyWriter,
  KnownSecrets,
  MachineKeys,
  PastedDigests,
  SecretMaker,
  SupersededSearch,
  UseOrders,
];

@Module({
  imports: [
    AuditModule,
    ClusterModule,
    LimitsModule,
    ProductsModule,
    ServiceAccountsModule,
    SettingsModule,
    StepUpModule,
    UsageModule,
    UsersModule,
    TenancyModule.forFeature([
      ApiKeyEntity,
      EventEntity,
      KeySecretEntity,
      KeyShapeEntity,
      KeyUsageEntity,
      KeyUsageHourEntity,
      KeyWordEntity,
      ProductActivationEntity,
    ]),
    TenancyModule.forFeature([CompanyEntity], 'id'),
  ],
  controllers: [
    VerificationController,
    KeyLookupController,
    KeyBulkController,
    SelfRotationController,
    ApiKeysController,
    KeyDisablingController,
    KeyHistoryController,
    KeyImportController,
    KeyUsageController,
    KnownKeysController,
  ],
  providers: [
    ...services,
    ...parts,
    ...imports,
    ...reports,
    ServiceKeyWriter,
    Keyring,
    TestVectors,
    ...upkeep,
    KeyCache,
    KeyLookup,
    LoadHolder,
    MetadataReader,
    VerdictCounts,
    VerifyKey,
  ],
  exports: [
    GenerateKeyService,
    HolderReports,
    KeyEnding,
    KeyRows,
    ListKeysService,
    LookupKeyService,
    MetadataReader,
    PastedDigests,
    RevealKeyService,
    ServiceKeyWriter,
    VerifyKey,
    VerifyService,
  ],
})
export class ApiKeysModule {}
