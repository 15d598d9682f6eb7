import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { ClusterModule } from '../cluster';
import { CompanyEntity } from '../companies';
import { TenancyModule } from '../tenancy';
import { CompanySettingsEntity } from './company-settings.entity';
import { KeyPolicies } from './key-policies';
import { KeyPolicyEntity } from './key-policy.entity';
import { SettingsController } from './settings.controller';
import { SettingsService } from './settings.service';

@Module({
  imports: [
    AuditModule,
    ClusterModule,
    TenancyModule.forFeature([CompanySettingsEntity, KeyPolicyEntity]),
    TenancyModule.forFeature([CompanyEntity], 'id'),
  ],
  controllers: [SettingsController],
  providers: [KeyPolicies, SettingsService],
  exports: [KeyPolicies, SettingsService],
})
export class SettingsModule {}
