import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Authenticated } from '../access';
import { Answers, HoldsSecret } from '../platform/http';
import { type Principal } from '../tenancy';
import { type StepUpGrant, stepUpGrant, type StepUpRequest, stepUpRequest } from './step-up.schema';
import { StepUpService } from './step-up.service';

@ApiTags('Step-up')
@Controller('step-ups')
export class StepUpController {
  constructor(private readonly stepUp: StepUpService) {}

  @Post()
  @HoldsSecret()
  @Authenticated('password')
  @ApiOperation({
    operationId: 'stepUp',
    summary: 'Prove again that it is you, right before a sensitive act',
  })
  @Answers(201, 'A token for this one act.', stepUpGrant)
  @Answers(429, 'Five wrong attempts in a row: locked for 15 minutes.')
  grant(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: stepUpRequest }) request: StepUpRequest,
  ): Promise<StepUpGrant> {
    return this.stepUp.grant(principal, request);
  }
}
