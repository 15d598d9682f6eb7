import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Idempotent, RequiresOperator } from '../access';
import { Answers, HoldsSecret, type Page, pageQuery, type PageRequest } from '../platform/http';
import { StepUpToken } from '../step-up';
import { type Principal } from '../tenancy';
import {
  type IssuedServiceKey,
  issuedServiceKey,
  type NewServiceKey,
  newServiceKey,
  type RevokedServiceKey,
  revokedServiceKey,
  serviceKeyPage,
  type ServiceKeyView,
} from './platform-service-keys.schema';
import { PlatformServiceKeysService } from './platform-service-keys.service';

@ApiTags('Platform')
@Controller('platform/service-keys')
@RequiresOperator()
export class PlatformServiceKeysController {
  constructor(private readonly keys: PlatformServiceKeysService) {}

  @Get()
  @ApiOperation({
    operationId: 'listServiceKeys',
    summary: 'The keys of the backends of the platform, newest first',
  })
  @Answers(200, 'A page of service keys.', serviceKeyPage)
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: pageQuery }) query: PageRequest,
  ): Promise<Page<ServiceKeyView>> {
    return this.keys.list(principal, query);
  }

  @Post()
  @Idempotent()
  @HoldsSecret()
  @ApiOperation({
    operationId: 'generateServiceKey',
    summary: 'Create a key for a backend: to verify keys, and to manage keys and companies',
    description:
      'In production it asks for a step-up with the action `generate` and the kind `service`: by a one-time code where you have set one up, else by your password.',
  })
  @Answers(201, 'The key, and its secret in full.', issuedServiceKey)
  create(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: newServiceKey }) key: NewServiceKey,
    @StepUpToken() stepUpToken: string | null,
  ): Promise<IssuedServiceKey> {
    return this.keys.create(principal, key, stepUpToken);
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'revokeServiceKey',
    summary: 'Revoke a service key permanently; it stays in the list',
  })
  @Answers(200, 'The key, and the time from which it is rejected.', revokedServiceKey)
  revoke(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<RevokedServiceKey> {
    return this.keys.revoke(principal, id);
  }
}
