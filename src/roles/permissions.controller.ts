import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { keyKinds, PermissionCatalogue } from '../../libs/permissions';
import { Authenticated } from '../access';
import { Answers } from '../platform/http';
import { permissionList, type PermissionListView } from './permissions.schema';

@ApiTags('Roles')
@Controller('permissions')
export class PermissionsController {
  constructor(private readonly catalogue: PermissionCatalogue) {}

  @Get()
  @Authenticated()
  @ApiOperation({ operationId: 'listPermissions', summary: 'All permissions that a role or a key can have' })
  @Answers(200, 'All permissions, group by group.', permissionList)
  list(): PermissionListView {
    const data = this.catalogue.entries.map((entry) => ({
      ...entry,
      kinds: keyKinds.filter((kind) => this.catalogue.grantableTo(kind).includes(entry.name)),
    }));
    return { data };
  }
}
