import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access';
import { ApiKeysModule } from './api-keys';
import { AuditModule } from './audit';
import { AuthModule } from './auth';
import { ClusterModule } from './cluster';
import { CompaniesModule } from './companies';
import { ConsoleHostModule } from './console-host';
import { GatewayModule } from './gateway';
import { HealthModule } from './health';
import { LimitsModule } from './limits';
import { NotificationsModule } from './notifications';
import { OperatorsModule } from './operators';
import { type BootstrapDeps, PlatformModule } from './platform';
import { type Manifest } from './platform/manifest';
import { ProductsModule } from './products';
import { RolesModule } from './roles';
import { ServiceAccountsModule } from './service-accounts';
import { SettingsModule } from './settings';
import { StepUpModule } from './step-up';
import { UsageModule } from './usage';
import { UsersModule } from './users';

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
  ServiceAccountsModule,
  ApiKeysModule,
  AuthModule,
  GatewayModule,
  OperatorsModule,
  NotificationsModule,
  HealthModule,
];

@Module({})
export class AppModule {
  /** @param manifests the business modules that stand beside Kunci's own, behind the same guards. */
  static on(deps: BootstrapDeps, manifests: readonly Manifest[]): DynamicModule {
    const business = manifests.map(({ module }) => module);
    // The console comes last: it answers what no route of theirs does.
    const imports = [PlatformModule.on(deps), ...modules, ...business, ConsoleHostModule];
    return { module: AppModule, imports };
  }
}
