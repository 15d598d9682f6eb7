import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Idempotent, OpenToServiceKeys, RequiresOperator } from '../access';
import { Answers, HoldsSecret } from '../platform/http';
import { type Principal } from '../tenancy';
import { CloseCompanyService } from './close-company.service';
import {
  type MadeCompany,
  madeCompany,
  type NewPlatformCompany,
  newPlatformCompany,
  type OwnerInvitation,
  ownerInvitation,
} from './new-companies.schema';
import { NewCompaniesService } from './new-companies.service';
import { OwnerInvitationService } from './owner-invitation.service';
import { type ClosedCompany, closedCompany } from './platform-companies.schema';

/** The beginning and the end of companies. What lies between is `PlatformCompaniesController`. */
@ApiTags('Platform')
@Controller('platform/companies')
@RequiresOperator()
export class NewCompaniesController {
  constructor(
    private readonly making: NewCompaniesService,
    private readonly inviting: OwnerInvitationService,
    private readonly closing: CloseCompanyService,
  ) {}

  @Post()
  @OpenToServiceKeys('companies:manage')
  @Idempotent()
  @HoldsSecret()
  @ApiOperation({
    operationId: 'createPlatformCompany',
    summary: 'Create a company for a customer, also while sign-up is closed',
  })
  @Answers(201, 'The company, and the invitation of its Owner.', madeCompany)
  @Answers(409, 'The slug or the external id is taken.')
  create(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: newPlatformCompany }) company: NewPlatformCompany,
  ): Promise<MadeCompany> {
    return this.making.create(principal, company);
  }

  @Post(':id/invitation')
  @OpenToServiceKeys('companies:manage')
  @Idempotent()
  @HoldsSecret()
  @ApiOperation({
    operationId: 'renewOwnerInvitation',
    summary: 'Renew the invitation of the Owner, who has not joined yet: an earlier token stops working',
  })
  @Answers(201, 'The invitation with its new token.', ownerInvitation)
  @Answers(409, 'The company is closed, or has an Owner.')
  renewInvitation(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
  ): Promise<OwnerInvitation> {
    return this.inviting.renew(principal, id);
  }

  @Post(':id/close')
  @OpenToServiceKeys('companies:manage')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'closeCompany',
    summary:
      'Close a company permanently: its keys are revoked and nobody can sign in to it; its slug is free after 180 days',
  })
  @Answers(200, 'The company, and the time from which its keys are rejected.', closedCompany)
  close(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<ClosedCompany> {
    return this.closing.close(principal, id);
  }
}
