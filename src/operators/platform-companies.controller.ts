import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, OpenToServiceKeys, RequiresOperator } from '../access';
import { Answers, type Page } from '../platform/http';
import { type Principal } from '../tenancy';
import { ActivationsService } from './activations.service';
import { CompanyDecisionsService } from './company-decisions.service';
import { CompanyDetailsService } from './company-details.service';
import { CompanyNamesService } from './company-names.service';
import {
  type ActivationBody,
  activationBody,
  type ChangedActivation,
  changedActivation,
  type DecisionReason,
  decisionReason,
  platformCompany,
  type PlatformCompanyDetails,
  platformCompanyDetails,
  platformCompanyPage,
  type PlatformCompanyQuery,
  platformCompanyQuery,
  type PlatformCompanyView,
  type Rejection,
  rejectionBody,
  type SeenRevision,
  seenRevision,
  type SuspendedCompany,
  suspendedCompany,
} from './platform-companies.schema';
import { PlatformCompaniesService } from './platform-companies.service';

@ApiTags('Platform')
@Controller('platform/companies')
@RequiresOperator()
export class PlatformCompaniesController {
  constructor(
    private readonly companies: PlatformCompaniesService,
    private readonly details: CompanyDetailsService,
    private readonly decisions: CompanyDecisionsService,
    private readonly names: CompanyNamesService,
    private readonly activations: ActivationsService,
  ) {}

  @Get()
  @OpenToServiceKeys('companies:manage')
  @ApiOperation({ operationId: 'listPlatformCompanies', summary: 'All companies, oldest first' })
  @Answers(200, 'A page of companies.', platformCompanyPage)
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: platformCompanyQuery }) query: PlatformCompanyQuery,
  ): Promise<Page<PlatformCompanyView>> {
    return this.companies.list(principal, query);
  }

  @Get(':id')
  @OpenToServiceKeys('companies:manage')
  @ApiOperation({
    operationId: 'getPlatformCompany',
    summary: 'One company, with its people, what it has, and its latest events',
  })
  @Answers(200, 'The company.', platformCompanyDetails)
  get(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<PlatformCompanyDetails> {
    return this.details.get(principal, id);
  }

  @Post(':id/approve')
  @OpenToServiceKeys('companies:approve')
  @HttpCode(200)
  @ApiOperation({ operationId: 'approveCompany', summary: 'Approve a company that is in review' })
  @Answers(200, 'The company, now approved.', platformCompany)
  @Answers(409, 'The company is not in review, or has changed since you saw it.')
  approve(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: seenRevision }) body: SeenRevision,
  ): Promise<PlatformCompanyView> {
    return this.decisions.approve(principal, id, body.revision);
  }

  @Post(':id/reject')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'rejectCompany',
    summary: 'Reject a company that is in review; it may submit again',
  })
  @Answers(200, 'The company, now rejected.', platformCompany)
  @Answers(409, 'The company is not in review, or has changed since you saw it.')
  reject(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: rejectionBody }) body: Rejection,
  ): Promise<PlatformCompanyView> {
    return this.decisions.reject(principal, id, body);
  }

  @Post(':id/name/approve')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'approveCompanyName',
    summary: 'Approve the new name of a company: everyone sees it from now on',
  })
  @Answers(200, 'The company with its new name.', platformCompany)
  @Answers(409, 'No name is waiting, or the company has changed since you saw it.')
  approveName(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: seenRevision }) body: SeenRevision,
  ): Promise<PlatformCompanyView> {
    return this.names.approve(principal, id, body.revision);
  }

  @Post(':id/name/reject')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'rejectCompanyName',
    summary: 'Reject the new name of a company, which keeps its present one',
  })
  @Answers(200, 'The company with its present name.', platformCompany)
  @Answers(409, 'No name is waiting, or the company has changed since you saw it.')
  rejectName(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: seenRevision }) body: SeenRevision,
  ): Promise<PlatformCompanyView> {
    return this.names.reject(principal, id, body.revision);
  }

  @Post(':id/suspend')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'suspendCompany',
    summary: 'Suspend a company: its keys stop working and nothing can be changed',
  })
  @Answers(200, 'The company, and the time from which its keys are rejected.', suspendedCompany)
  @Answers(409, 'The company is already suspended.')
  suspend(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: decisionReason }) body: DecisionReason,
  ): Promise<SuspendedCompany> {
    return this.decisions.suspend(principal, id, body.reason);
  }

  @Post(':id/reinstate')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'reinstateCompany',
    summary: 'End a suspension; the company has its earlier status',
  })
  @Answers(200, 'The reinstated company.', platformCompany)
  @Answers(409, 'The company is not suspended.')
  reinstate(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<PlatformCompanyView> {
    return this.decisions.reinstate(principal, id);
  }

  @Put(':id/products/:code')
  @ApiOperation({ operationId: 'setProductActivation', summary: 'Enable or disable a product for a company' })
  @Answers(200, 'The product as the company has it now.', changedActivation)
  activate(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Param('code') code: string,
    @Body({ schema: activationBody }) body: ActivationBody,
  ): Promise<ChangedActivation> {
    return this.activations.set(principal, id, code, body.enabled);
  }
}
