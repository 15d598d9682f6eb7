import { Module } from '@nestjs/common';
import { CompanyEntity } from '../companies';
import { EventsModule } from '../events';
import { LimitsModule } from '../limits';
import { ProductActivationEntity, ProductsModule } from '../products';
import { SettingsModule } from '../settings';
import { StepUpModule } from '../step-up';
import { TenancyModule } from '../tenancy';
import { UsageModule } from '../usage';
import { UsersModule } from '../users';
import { ApiKeyEntity } from './api-key.entity';
import { ApiKeysController } from './api-keys.controller';
import { GenerateKeyService } from './generate-key.service';
import { KeyActs } from './key-acts';
import { KeyAllowance } from './key-allowance';
import { KeyEditing } from './key-editing';
import { KeyEnding } from './key-ending';
import { KeyLookupController } from './key-lookup.controller';
import { KeyRotation } from './key-rotation';
import { KeyRows } from './key-rows';
import { KeySecretEntity } from './key-secret.entity';
import { KeyViews } from './key-views';
import { KeyWriter } from './key-writer';
import { Keyring, TestVectors } from './keyring';
import { ListKeysService } from './list-keys.service';
import { LivePermissions } from './live-permissions';
import { Prerequisites } from './prerequisites';
import { RevealKeyService } from './reveal-key.service';
import { RevokeKeyService } from './revoke-key.service';
import { RotateKeyService } from './rotate-key.service';
import { SecretMaker } from './secret-maker';
import { ServiceKeyWriter } from './service-keys';
import { UpdateKeyService } from './update-key.service';
import { ExpiryNotices, Redigest, Rewrap } from './upkeep';
import {
  KeyCache,
  KeyLookup,
  LoadHolder,
  VerificationController,
  VerifyKey,
  VerifyService,
} from './verification';

const services = [
  GenerateKeyService,
  ListKeysService,
  RevealKeyService,
  RevokeKeyService,
  RotateKeyService,
  UpdateKeyService,
  VerifyService,
];
const upkeep = [ExpiryNotices, Redigest, Rewrap];
const parts = [
  LivePermissions,
  KeyRotation,
  Prerequisites,
  KeyActs,
  KeyAllowance,
  KeyEditing,
  KeyEnding,
  KeyRows,
  KeyViews,
  KeyWriter,
  SecretMaker,
];

@Module({
  imports: [
    EventsModule,
    LimitsModule,
    ProductsModule,
    SettingsModule,
    StepUpModule,
    UsageModule,
    UsersModule,
    TenancyModule.forFeature([ApiKeyEntity, KeySecretEntity, ProductActivationEntity]),
    TenancyModule.forFeature([CompanyEntity], 'id'),
  ],
  controllers: [VerificationController, KeyLookupController, ApiKeysController],
  providers: [
    ...services,
    ...parts,
    ServiceKeyWriter,
    Keyring,
    TestVectors,
    ...upkeep,
    KeyCache,
    KeyLookup,
    LoadHolder,
    VerifyKey,
  ],
  exports: [GenerateKeyService, ListKeysService, RevealKeyService, ServiceKeyWriter, VerifyKey],
})
export class ApiKeysModule {}
