import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { ClusterModule } from '../cluster';
import { ProductsModule } from '../products';
import { TenancyModule } from '../tenancy';
import { RoleEntity } from './role.entity';
import { PermissionsController } from './permissions.controller';
import { RolesController } from './roles.controller';
import { RolesService } from './roles.service';
import { SystemRoleRows } from './system-role-rows';

@Module({
  imports: [AuditModule, ClusterModule, ProductsModule, TenancyModule.forFeature([RoleEntity])],
  controllers: [PermissionsController, RolesController],
  providers: [RolesService, SystemRoleRows],
  exports: [SystemRoleRows],
})
export class RolesModule {}
