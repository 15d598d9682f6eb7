import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access';
import { ApiKeyEntity, ApiKeysModule, CryptoVectorEntity, KeySecretEntity } from './api-keys';
import { AuthModule, GuessCountEntity, PasswordResetEntity, SessionEntity } from './auth';
import { CompaniesModule, CompanyEntity } from './companies';
import { EventEntity, EventsModule } from './events';
import { HealthModule } from './health';
import { migrations } from './migrations';
import { type Foundations, PlatformModule } from './platform';
import { type DatabaseSchema } from './platform/database';
import { RoleEntity, RolesModule } from './roles';
import { SalesInvoiceEntity, SalesInvoicesModule } from './sales-invoices';
import { CompanySettingsEntity, KeyPolicyEntity, SettingsModule } from './settings';
import { FactorAttemptsEntity, StepUpModule, StepUpTokenEntity } from './step-up';
import { KeyUsageEntity, UsageModule } from './usage';
import { InvitationEntity, MemberEntity, MemberRoleEntity, UserEntity, UsersModule } from './users';

const entities = [
  EventEntity,
  CompanyEntity,
  RoleEntity,
  CompanySettingsEntity,
  KeyPolicyEntity,
  UserEntity,
  MemberEntity,
  MemberRoleEntity,
  InvitationEntity,
  StepUpTokenEntity,
  FactorAttemptsEntity,
  KeyUsageEntity,
  ApiKeyEntity,
  KeySecretEntity,
  CryptoVectorEntity,
  SessionEntity,
  PasswordResetEntity,
  GuessCountEntity,
  SalesInvoiceEntity,
];

/** What the database holds: for the server, for commands and for tests. */
export const databaseSchema: DatabaseSchema = { entities, migrations };

const modules = [
  AccessModule,
  EventsModule,
  CompaniesModule,
  RolesModule,
  SettingsModule,
  UsersModule,
  StepUpModule,
  UsageModule,
  ApiKeysModule,
  AuthModule,
  SalesInvoicesModule,
  HealthModule,
];

@Module({})
export class AppModule {
  static on(foundations: Foundations): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.on(foundations), ...modules] };
  }
}
