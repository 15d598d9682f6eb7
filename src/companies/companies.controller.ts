import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Requires } from '../access';
import { Answers } from '../platform/http';
import { type Principal } from '../tenancy';
import { type CompanyPatch, companyPatch, companySchema, type CompanyView } from './companies.schema';
import { CompaniesService } from './companies.service';

@ApiTags('Company')
@Controller('company')
export class CompaniesController {
  constructor(private readonly companies: CompaniesService) {}

  @Get()
  @Requires('company:read')
  @ApiOperation({ operationId: 'getCompany', summary: 'The company you act for' })
  @Answers(200, 'The company.', companySchema)
  current(@CurrentPrincipal() principal: Principal): Promise<CompanyView> {
    return this.companies.current(principal);
  }

  @Patch()
  @Requires('company:update')
  @ApiOperation({ operationId: 'updateCompany', summary: 'Rename the company' })
  @Answers(
    200,
    'The company as it is now. The new name of an approved company waits as `pendingName` until an operator approves it.',
    companySchema,
  )
  update(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: companyPatch }) patch: CompanyPatch,
  ): Promise<CompanyView> {
    return this.companies.update(principal, patch);
  }

  @Post('submission')
  @HttpCode(200)
  @Requires('company:submit')
  @ApiOperation({ operationId: 'submitCompany', summary: 'Submit the company for review' })
  @Answers(200, 'The company, now in review.', companySchema)
  @Answers(409, 'The company is neither onboarding nor rejected.')
  submit(@CurrentPrincipal() principal: Principal): Promise<CompanyView> {
    return this.companies.submit(principal);
  }
}
