import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { CurrentPrincipal, OpenToServiceKeys, Requires } from '../../access';
import { Answers } from '../../platform/http';
import { type Principal } from '../../tenancy';
import { type VerifyAnswer, verifyAnswer, type VerifyRequest, verifyRequest } from './verification.schema';
import { VerifyService } from './verify.service';

@ApiTags('Verification')
@Controller('keys/verify')
export class VerificationController {
  constructor(private readonly verification: VerifyService) {}

  @Post()
  @HttpCode(200)
  @Requires('keys:verify')
  @OpenToServiceKeys('keys:verify')
  @ApiOperation({
    operationId: 'verifyKey',
    summary: 'Check a key. The answer is 200 whatever the verdict',
  })
  @Answers(200, 'The verdict.', verifyAnswer)
  verify(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: verifyRequest }) body: VerifyRequest,
    @Req() request: FastifyRequest,
  ): Promise<VerifyAnswer> {
    return this.verification.verify(principal, body, request.id);
  }
}
