import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { ClusterModule } from '../cluster';
import { TenancyModule } from '../tenancy';
import { MemberEntity, UsersModule } from '../users';
import { AccountChanges } from './account-changes';
import { ServiceAccountEntity } from './service-account.entity';
import { ServiceAccounts } from './service-accounts';
import { ServiceAccountsController } from './service-accounts.controller';
import { ServiceAccountsService } from './service-accounts.service';

@Module({
  imports: [
    AuditModule,
    ClusterModule,
    UsersModule,
    TenancyModule.forFeature([MemberEntity, ServiceAccountEntity]),
  ],
  controllers: [ServiceAccountsController],
  providers: [AccountChanges, ServiceAccounts, ServiceAccountsService],
  exports: [ServiceAccounts],
})
export class ServiceAccountsModule {}
