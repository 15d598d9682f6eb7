import { Module } from '@nestjs/common';
import { EventsModule } from '../events';
import { TenancyModule } from '../tenancy';
import { RoleEntity } from './role.entity';
import { RolesController } from './roles.controller';
import { RolesService } from './roles.service';
import { SystemRoleRows } from './system-role-rows';

@Module({
  imports: [EventsModule, TenancyModule.forFeature([RoleEntity])],
  controllers: [RolesController],
  providers: [RolesService, SystemRoleRows],
  exports: [SystemRoleRows],
})
export class RolesModule {}
