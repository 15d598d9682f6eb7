import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { AccessModule, IdempotencyKeyEntity } from './access';
import {
  ApiKeyEntity,
  ApiKeysModule,
  CryptoVectorEntity,
  KeySecretEntity,
  ServiceKeyEntity,
} from './api-keys';
import { AuditModule, EventEntity } from './audit';
import { AuthModule, SessionEntity, ThrottleCountEntity } from './auth';
import { ClusterModule } from './cluster';
import { CompaniesModule, CompanyEntity } from './companies';
import { ConsoleHostModule } from './console-host';
import { HealthModule } from './health';
import { KeyQuotaEntity, KeyWindowEntity, LimitsModule } from './limits';
import { migrations } from './migrations';
import { OperatorsModule } from './operators';
import { type Foundations, PlatformModule } from './platform';
import { type DatabaseSchema } from './platform/database';
import { ProductActivationEntity, ProductEntity, ProductsModule } from './products';
import { RoleEntity, RolesModule } from './roles';
import { SalesInvoiceEntity, SalesInvoicesModule } from './sales-invoices';
import { CompanySettingsEntity, KeyPolicyEntity, SettingsModule } from './settings';
import { FactorAttemptsEntity, StepUpModule, StepUpTokenEntity, UserFactorEntity } from './step-up';
import { KeyUsageEntity, KeyUsageHourEntity, UsageModule } from './usage';
import {
  InvitationEntity,
  InvitationRoleEntity,
  MemberEntity,
  MemberRoleEntity,
  PasswordResetEntity,
  UserEntity,
  UsersModule,
} from './users';

const entities = [
  EventEntity,
  IdempotencyKeyEntity,
  CompanyEntity,
  RoleEntity,
  CompanySettingsEntity,
  KeyPolicyEntity,
  ProductEntity,
  ProductActivationEntity,
  UserEntity,
  MemberEntity,
  MemberRoleEntity,
  InvitationEntity,
  InvitationRoleEntity,
  StepUpTokenEntity,
  FactorAttemptsEntity,
  KeyWindowEntity,
  KeyQuotaEntity,
  UserFactorEntity,
  KeyUsageEntity,
  KeyUsageHourEntity,
  ApiKeyEntity,
  KeySecretEntity,
  CryptoVectorEntity,
  ServiceKeyEntity,
  SessionEntity,
  PasswordResetEntity,
  ThrottleCountEntity,
  SalesInvoiceEntity,
];

/** What the database holds: for the server, for commands and for tests. */
export const databaseSchema: DatabaseSchema = { entities, migrations };

const modules = [
  AccessModule,
  AuditModule,
  ClusterModule,
  CompaniesModule,
  RolesModule,
  SettingsModule,
  ProductsModule,
  UsersModule,
  StepUpModule,
  LimitsModule,
  UsageModule,
  ApiKeysModule,
  AuthModule,
  OperatorsModule,
  SalesInvoicesModule,
  HealthModule,
  ConsoleHostModule,
];

/** A module that somebody adds from outside: their own business, in their own repository. The census counts its routes too. */
export type GuestModule = Type | DynamicModule;

@Module({})
export class AppModule {
  static on(foundations: Foundations, guests: readonly GuestModule[]): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.on(foundations), ...modules, ...guests] };
  }
}
