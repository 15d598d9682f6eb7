import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Asking, Authenticated, Idempotent, Public } from '../../access';
import { Answers, HoldsSecret } from '../../platform/http';
import { type Principal } from '../../tenancy';
import { visitorOf } from '../sessions/visitor';
import {
  type PasswordResetBody,
  passwordResetBody,
  passwordResetSchema,
  type PasswordResetView,
  type RedeemedReset,
  redeemedReset,
  resetRedeemBody,
  type RedeemReset,
} from './redemption.schema';
import { ResetRedemption } from './reset-redemption';
import { ResettingService } from './resetting.service';

@ApiTags('Users')
@Controller('password-resets')
export class PasswordResetsController {
  constructor(
    private readonly resetting: ResettingService,
    private readonly redemption: ResetRedemption,
  ) {}

  @Post()
  @Idempotent()
  @HoldsSecret()
  @Authenticated('password')
  @ApiOperation({
    operationId: 'resetPassword',
    summary: 'Let someone choose another password: for operators, and for who may change this member',
  })
  @Answers(201, 'The token for them.', passwordResetSchema)
  @Answers(403, 'You may not, or they belong to another company too.')
  @Answers(404, 'There is no such user for you.')
  @Answers(409, 'They are not an active member.')
  issue(
    @Asking() principal: Principal,
    @Body({ schema: passwordResetBody }) body: PasswordResetBody,
  ): Promise<PasswordResetView> {
    return this.resetting.issue(principal, body.userId);
  }

  @Post('redeem')
  @HttpCode(200)
  @HoldsSecret()
  @Public()
  @ApiOperation({
    operationId: 'redeemPasswordReset',
    summary: 'Choose another password, with the token given',
  })
  @Answers(200, 'The password is changed and all your sessions are over.', redeemedReset)
  @Answers(404, 'The token is unknown, used, over or void.')
  @Answers(429, 'Too many wrong guesses.')
  redeem(
    @Body({ schema: resetRedeemBody }) body: RedeemReset,
    @Req() request: FastifyRequest,
  ): Promise<RedeemedReset> {
    return this.redemption.redeem(body, visitorOf(request).address);
  }
}
