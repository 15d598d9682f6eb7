import { Module } from '@nestjs/common';
import { EventsModule } from '../events';
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
import { KeyRows } from './key-rows';
import { KeySecretEntity } from './key-secret.entity';
import { KeyViews } from './key-views';
import { KeyWriter } from './key-writer';
import { Keyring, TestVectors } from './keyring';
import { ListKeysService } from './list-keys.service';
import { RevealKeyService } from './reveal-key.service';
import { RevokeKeyService } from './revoke-key.service';
import { SecretMaker } from './secret-maker';
import { ServiceKeys, ServiceKeyWriter } from './service-keys';
import { UpdateKeyService } from './update-key.service';
import { LoadKey, VerifyKey } from './verification';

const services = [GenerateKeyService, ListKeysService, RevealKeyService, RevokeKeyService, UpdateKeyService];
const parts = [KeyActs, KeyAllowance, KeyEditing, KeyEnding, KeyRows, KeyViews, KeyWriter, SecretMaker];

@Module({
  imports: [
    EventsModule,
    SettingsModule,
    StepUpModule,
    UsageModule,
    UsersModule,
    TenancyModule.forFeature([ApiKeyEntity, KeySecretEntity]),
  ],
  controllers: [KeyLookupController, ApiKeysController],
  providers: [...services, ...parts, ServiceKeys, ServiceKeyWriter, Keyring, TestVectors, LoadKey, VerifyKey],
  exports: [GenerateKeyService, ListKeysService, RevealKeyService, ServiceKeys, ServiceKeyWriter, VerifyKey],
})
export class ApiKeysModule {}
