import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { keyKinds } from '../../libs/permissions';
import { Authenticated, CurrentPrincipal, OpenToServiceKeys } from '../access';
import { Answers } from '../platform/http';
import { ProductOffers } from '../products';
import { type Principal } from '../tenancy';
import { permissionList, type PermissionListView } from './permissions.schema';

@ApiTags('Roles')
@Controller('permissions')
export class PermissionsController {
  constructor(private readonly offers: ProductOffers) {}

  @Get()
  @Authenticated()
  @OpenToServiceKeys('any')
  @ApiOperation({
    operationId: 'listPermissions',
    summary: 'All permissions that a role or a key of your company can have',
  })
  @Answers(
    200,
    'All permissions, group by group. To a product key, of products only those of its own.',
    permissionList,
  )
  async list(@CurrentPrincipal() principal: Principal): Promise<PermissionListView> {
    const permissions = await this.offers.of(principal);
    const product = principal.key?.product ?? null;
    // A key of a product learns nothing of the company's other products.
    const shown = permissions.entries.filter(
      (entry) => product === null || entry.product === null || entry.product === product,
    );
    const data = shown.map((entry) => ({
      ...entry,
      kinds: keyKinds.filter((kind) => permissions.isGrantableTo(kind, entry.product, entry.name)),
    }));
    return { data };
  }
}
