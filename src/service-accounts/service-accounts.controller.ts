import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Idempotent, Requires } from '../access';
import { Answers, type Page, pageQuery, type PageRequest } from '../platform/http';
import { type Principal } from '../tenancy';
import { ServiceAccounts } from './service-accounts';
import {
  type ChangedServiceAccount,
  changedServiceAccount,
  type DeletedServiceAccount,
  deletedServiceAccount,
  type NewServiceAccount,
  newServiceAccount,
  serviceAccountPage,
  type ServiceAccountPatch,
  serviceAccountPatch,
  serviceAccountSchema,
  type ServiceAccountView,
} from './service-accounts.schema';
import { ServiceAccountsService } from './service-accounts.service';

@ApiTags('Service accounts')
@Controller('service-accounts')
export class ServiceAccountsController {
  constructor(
    private readonly accounts: ServiceAccounts,
    private readonly service: ServiceAccountsService,
  ) {}

  @Get()
  @Requires('service-accounts:read')
  @ApiOperation({
    operationId: 'listServiceAccounts',
    summary: 'The service accounts of the company, by name',
  })
  @Answers(200, 'A page of service accounts.', serviceAccountPage)
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: pageQuery }) query: PageRequest,
  ): Promise<Page<ServiceAccountView>> {
    return this.accounts.list(principal, query);
  }

  @Get(':id')
  @Requires('service-accounts:read')
  @ApiOperation({ operationId: 'getServiceAccount', summary: 'One service account' })
  @Answers(200, 'The service account.', serviceAccountSchema)
  get(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<ServiceAccountView> {
    return this.accounts.get(principal, id);
  }

  @Post()
  @Idempotent()
  @Requires('service-accounts:create')
  @ApiOperation({
    operationId: 'createServiceAccount',
    summary: 'Create a service account, with roles that you hold yourself; its machine keys act for it',
  })
  @Answers(201, 'The new service account.', serviceAccountSchema)
  @Answers(409, 'The company has a service account of this name.')
  create(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: newServiceAccount }) input: NewServiceAccount,
  ): Promise<ServiceAccountView> {
    return this.service.create(principal, input);
  }

  @Patch(':id')
  @Requires('service-accounts:update')
  @ApiOperation({
    operationId: 'updateServiceAccount',
    summary: 'Rename a service account, set its roles, or switch it off and on with all its keys',
  })
  @Answers(200, 'The service account as it is now.', changedServiceAccount)
  @Answers(409, 'The company has a service account of this name.')
  update(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: serviceAccountPatch }) patch: ServiceAccountPatch,
  ): Promise<ChangedServiceAccount> {
    return this.service.update(principal, id, patch);
  }

  @Delete(':id')
  @Requires('service-accounts:delete')
  @ApiOperation({
    operationId: 'deleteServiceAccount',
    summary: 'Delete a service account; its keys stop permanently',
  })
  @Answers(200, 'The service account is deleted.', deletedServiceAccount)
  remove(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<DeletedServiceAccount> {
    return this.service.remove(principal, id);
  }
}
